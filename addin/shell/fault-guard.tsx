import { Component, type ReactNode } from 'react';
import { Message } from '../parts/message';

interface State {
  readonly broken: boolean;
}

/** The last catch of the panel: a fault of ours gets a sentence instead of a blank pane. React asks for a class here. */
export class FaultGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Message tone="error">
        Something went wrong in this panel. Close it and open it again; what was saved as a draft is offered to you
        again.
      </Message>
    );
  }
}
