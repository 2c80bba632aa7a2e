import { useId, type ReactNode, type Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button';
import { Icon, type IconProps } from './icons.tsx';
import styles from './Button.module.css';

type FromAria = 'onPress' | 'type' | 'autoFocus' | 'id' | 'aria-label' | 'aria-expanded' | 'aria-controls' | 'aria-haspopup' | 'aria-pressed' | 'aria-describedby';

export interface ButtonProps extends Pick<AriaProps, FromAria> {
  readonly children?: ReactNode;
  /** One primary a panel. `quiet` is a verb in a row of lesser ones. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconProps['name'];
  readonly iconFlips?: boolean;
  /** A round button of an icon alone; it needs `aria-label`. */
  readonly iconOnly?: boolean;
  /** Why it cannot be done now. The button stays where it is and focusable; a press only tells the reason again. */
  readonly refusal?: string | undefined;
  /** Shows the reason below the button, besides giving it as the description. */
  readonly refusalShown?: boolean;
  readonly onRefused?: (reason: string) => void;
  /** Said instead of the label while the work is under way; the width is kept. */
  readonly busy?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button: pill, 44 px, never natively disabled. */
export function Button({
  children, variant = 'plain', icon, iconFlips = false, iconOnly = false, refusal, refusalShown = false, onRefused, busy, onPress, type = 'button', ...rest
}: ButtonProps) {
  const reasonId = useId();
  const still = refusal !== undefined || busy !== undefined;
  const described = [rest['aria-describedby'], refusal === undefined ? undefined : reasonId].filter(Boolean).join(' ');
  const press: AriaProps['onPress'] = (event) => {
    if (busy !== undefined) return;
    if (refusal !== undefined) onRefused?.(refusal);
    else onPress?.(event);
  };
  const button = (
    <AriaButton
      {...rest}
      type={still ? 'button' : type}
      onPress={press}
      aria-disabled={still || undefined}
      aria-describedby={described || undefined}
      className={[styles.button, styles[variant], iconOnly && styles.round, refusal !== undefined && styles.refused].filter(Boolean).join(' ')}
    >
      {icon && <Icon name={icon} flips={iconFlips} />}
      {busy === undefined ? children : <Stacked shown={busy} keptWide={children} />}
    </AriaButton>
  );
  if (refusal === undefined) return button;
  if (!refusalShown) return <>{button}<span id={reasonId} hidden>{refusal}</span></>;
  return <span className={styles.withReason}>{button}<span id={reasonId} className={styles.reason}>{refusal}</span></span>;
}

function Stacked({ shown, keptWide }: { readonly shown: string; readonly keptWide: ReactNode }) {
  return (
    <span className={styles.stacked}>
      <span>{shown}</span>
      <span className={styles.unseen}>{keptWide}</span>
    </span>
  );
}
