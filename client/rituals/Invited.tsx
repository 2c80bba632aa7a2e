import { changePage, usePage, useVisit } from '#client/app/context.tsx';
import { useWords } from '#client/app/WordsProvider.tsx';
import { Verb } from '#client/app/Verb.tsx';
import { Button } from '#client/ui/Button.tsx';
import styles from '#client/circles/Circles.module.css';
import { invited as say } from './console/console.words.ts';

/** RI29. Somebody asks one to a ritual in another room: to be taken or left. */
export default function Invited() {
  const words = useWords();
  const visit = useVisit();
  const asked = usePage((state) => state.invited);
  if (!asked) return null;
  const forget = (): void => changePage(visit, { invited: undefined });
  const to = String(asked['to']);
  const portal = visit.hearth.layout.portals.find((one) => one.to === to);
  const go = words(say.go, asked);
  return (
    <div className={styles.request}>
      <span>{words(say.says, asked)}</span>
      <span className={styles.verbs}>
        {portal ? <Verb id="portal.enter" payload={{ portal: portal.id }}>{go}</Verb> : <a href={`/r/${to}`}>{go}</a>}
        <Button variant="quiet" onPress={forget}>{words(say.stay)}</Button>
      </span>
    </div>
  );
}
