import type { CardBlock, CarouselBlock } from '@slack/types';
import { ButtonElement } from '../elements/button.tsx';
import { TextView } from '../text/text-object.tsx';
import { ImageView } from './image-block.tsx';
import type { WithId } from './with-id.ts';

export function CardView({ block }: { readonly block: WithId<CardBlock> }) {
  return (
    <article class="block card">
      {block.hero_image && <ImageView image={block.hero_image} class="hero" />}
      <div class="card-head">
        {block.icon && <ImageView image={block.icon} class="card-icon" />}
        <div>
          {block.title && (
            <div class="card-title">
              <TextView text={block.title} />
            </div>
          )}
          {block.subtitle && (
            <div class="card-subtitle">
              <TextView text={block.subtitle} />
            </div>
          )}
        </div>
      </div>
      {block.body && <TextView text={block.body} />}
      {block.actions && (
        <div class="actions">
          {block.actions.map((button) => (
            <ButtonElement key={button.action_id} element={button} blockId={block.block_id} tells />
          ))}
        </div>
      )}
    </article>
  );
}

export function CarouselView({ block }: { readonly block: WithId<CarouselBlock> }) {
  return (
    <div class="block carousel">
      {block.elements.map((card) => (
        <CardView block={{ ...card, block_id: card.block_id ?? block.block_id }} />
      ))}
    </div>
  );
}
