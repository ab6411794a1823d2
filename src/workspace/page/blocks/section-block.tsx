import type { SectionBlock } from '@slack/types';
import { ElementView } from '../elements/element-view.tsx';
import { TextView } from '../text/text-object.tsx';
import { ImageView } from './image-block.tsx';
import type { WithId } from './with-id.ts';

function Accessory({ block }: { readonly block: WithId<SectionBlock> }) {
  const { accessory } = block;
  if (accessory === undefined) return null;
  return (
    <div class="accessory">
      {accessory.type === 'image' ? (
        <ImageView image={accessory} class="thumbnail" />
      ) : (
        <ElementView element={accessory} blockId={block.block_id} tells />
      )}
    </div>
  );
}

export function SectionView({ block }: { readonly block: WithId<SectionBlock> }) {
  return (
    <div class="block section">
      <div class="section-body">
        {block.text && <TextView text={block.text} />}
        {block.fields && (
          <div class="fields">
            {block.fields.map((field) => (
              <div>
                <TextView text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      <Accessory block={block} />
    </div>
  );
}
