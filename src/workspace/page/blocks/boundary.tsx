import { Component, type ComponentChildren } from 'preact';

interface BoundaryProps {
  readonly type: string;
  readonly children: ComponentChildren;
}

/** Keeps a block that cannot be drawn from taking the page with it. */
export class BlockBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p class="not-drawn">
        A block of type {this.props.type} could not be drawn. Check its contents.
      </p>
    );
  }
}
