import { Spinner as FluentSpinner, SpinnerSize } from '@fluentui/react';
import { css } from './style';

const around = css({ padding: '32px 0', display: 'flex', justifyContent: 'center' });

/** A wait, with the words of what is waited for. */
export function Spinner({ words }: { readonly words: string }) {
  return (
    <div className={around}>
      <FluentSpinner size={SpinnerSize.medium} label={words} labelPosition="right" ariaLive="polite" />
    </div>
  );
}
