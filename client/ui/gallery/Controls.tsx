import { useState } from 'react';
import { Button } from '#client/ui/Button.tsx';
import { Flame } from '#client/ui/Flame.tsx';
import { filled, outlined } from '#client/ui/icons.paths.ts';
import { Icon, type FilledIconName, type IconName } from '#client/ui/icons.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { Toolbar } from '#client/ui/Toolbar.tsx';
import styles from './gallery.module.css';

/** Every control in its states. Sample words: this page is for the eye, not for translators. */
export function Controls() {
  const [view, setView] = useState<'2d' | '3d'>('2d');
  const [text, setText] = useState('Sam Rivera');
  const [reason, setReason] = useState('');
  const row = (variant: 'primary' | 'plain' | 'quiet' | 'danger') => (
    <div className={styles.row}>
      <Button variant={variant}>{variant}</Button>
      <Button variant={variant} icon="hand-waving">With an icon</Button>
      <Button variant={variant} busy="Joining…">Join the circle</Button>
      <Button variant={variant} refusal="The circle has 8 of 8 seats." onRefused={setReason}>Refused</Button>
    </div>
  );
  return (
    <main className={styles.page}>
      <h1><Flame size={2.5} /> Controls</h1>
      {row('primary')}
      {row('plain')}
      {row('quiet')}
      {row('danger')}
      <div className={styles.row}>
        <Button refusal="You cannot join: the circle has 8 of 8 seats. You can knock, or stand near and listen." refusalShown onRefused={setReason}>Join circle</Button>
        <Button icon="x" iconOnly aria-label="Close" />
        <Button icon="paper-plane-right" iconOnly variant="primary" aria-label="Send" iconFlips />
      </div>
      <p role="status">{reason}</p>
      <Segmented label="View" value={view} onChange={setView} options={[{ id: '2d', label: '2D', icon: 'list-bullets' }, { id: '3d', label: '3D', icon: 'cube', note: '2 new' }]} />
      <Toolbar label="Sample" className={styles.row}>
        <Button icon="hand-palm">Raise hand</Button><Button icon="hands-clapping">Clap</Button><Button icon="footprints">Go to…</Button>
      </Toolbar>
      <TextField label="Your name" hint="As you like to be called." value={text} onChange={setText} />
      <TextField label="Your name" aside="optional" error="There is a Sam Rivera here already." value={text} onChange={setText} />
      <h2>Icons</h2>
      <ul className={styles.row} role="list">{(Object.keys(outlined) as IconName[]).map((name) => <li key={name}><Icon name={name} /></li>)}</ul>
      <ul className={styles.row} role="list">{(Object.keys(filled) as FilledIconName[]).map((name) => <li key={name}><Icon name={name} weight="fill" /></li>)}</ul>
    </main>
  );
}
