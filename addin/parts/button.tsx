import {
  ActionButton,
  DefaultButton,
  PrimaryButton as FluentPrimary,
  type IButtonProps,
  IconButton,
} from '@fluentui/react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

interface ButtonProps {
  /** A plain verb: "Save", "Send to the host". */
  readonly children: string;
  readonly onClick: () => void;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** More for screen readers where the same verb stands several times: "Remove evidence 2". */
  readonly label?: string;
}

const shape = {
  root: { minHeight: 32, height: 'auto', padding: '5px 12px', borderRadius: 4 },
  label: { fontWeight: 600, lineHeight: 20, margin: '0 4px', whiteSpace: 'normal' },
} as const;
const quietShape = {
  // Its words begin where the text above them begins.
  root: { minHeight: 32, height: 'auto', padding: '4px 6px', marginLeft: -10, borderRadius: 4, color: 'var(--accent)' },
  rootHovered: { color: 'var(--accent)', background: 'var(--hover)' },
  label: { fontWeight: 600, lineHeight: 20, whiteSpace: 'normal', textAlign: 'left' },
} as const;

function toFluent({ children, onClick, icon, disabled, label }: ButtonProps): IButtonProps {
  return {
    text: children,
    onClick,
    disabled: disabled ?? false,
    allowDisabledFocus: true,
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(icon === undefined ? {} : { onRenderIcon: () => <Icon name={icon} /> }),
  };
}

export function Button(props: ButtonProps) {
  return <DefaultButton {...toFluent(props)} styles={shape} />;
}

/** The one thing to do on a screen. */
export function PrimaryButton(props: ButtonProps) {
  return <FluentPrimary {...toFluent(props)} styles={shape} />;
}

/** A lesser act beside something: "Add evidence", "Remove". */
export function QuietButton(props: ButtonProps) {
  return <ActionButton {...toFluent(props)} styles={quietShape} />;
}

/** An icon alone, with its words for screen readers and as a tip. */
export function SmallButton({
  icon,
  words,
  onClick,
}: {
  readonly icon: IconName;
  readonly words: string;
  readonly onClick: () => void;
}): ReactNode {
  return (
    <IconButton
      ariaLabel={words}
      title={words}
      onClick={onClick}
      onRenderIcon={() => <Icon name={icon} />}
      styles={{
        root: { width: 36, height: 36, borderRadius: 4, color: 'var(--text)' },
        rootHovered: { color: 'var(--text)' },
      }}
    />
  );
}
