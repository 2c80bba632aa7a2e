import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface ToolRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a tool as its npm script does, with settings of its own. */
export const runTool = async (name: string, words: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<ToolRun> => {
  const environment = { ...process.env, DATABASE_URL: '', DATA_DIR: '/nonexistent', PUBLIC_URL: '', PORT: '43300', ...settings };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'server/tools', `${name}.ts`), ...words], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
};
