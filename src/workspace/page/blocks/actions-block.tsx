import type { ActionsBlock } from '@slack/types';
import { ElementView } from '../elements/element-view.tsx';
import type { WithId } from './with-id.ts';

export function ActionsView({ block }: { readonly block: WithId<ActionsBlock> }) {
  return (
    <div class="block actions">
      {block.elements.map((element) => (
        <ElementView key={element.action_id} element={element} blockId={block.block_id} tells />
      ))}
    </div>
  );
}
