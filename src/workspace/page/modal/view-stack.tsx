import type { OpenView } from '../../page-api.ts';
import { ViewDialog } from './view-dialog.tsx';

/** All open modals, the topmost last. */
export function ViewStack(props: {
  readonly views: readonly OpenView[];
  readonly onClose: (viewId: string) => void;
}) {
  return props.views.map(({ id, view }, index) =>
    view.type === 'modal' ? (
      <ViewDialog
        key={id}
        viewId={id}
        view={view}
        onTop={index === props.views.length - 1}
        onClose={() => props.onClose(id)}
      />
    ) : null,
  );
}
