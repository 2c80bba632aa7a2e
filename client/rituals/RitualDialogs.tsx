import { PlannedDialog } from './PlannedDialog.tsx';
import { StartDialog } from './StartDialog.tsx';

/** What lies over the room when it is about rituals. */
export default function RitualDialogs({ show, onClose }: { readonly show: 'planned' | undefined; readonly onClose: () => void }) {
  return show === 'planned' ? <PlannedDialog onClose={onClose} /> : <StartDialog onClose={onClose} />;
}
