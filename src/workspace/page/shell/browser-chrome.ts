import { useEffect } from 'preact/hooks';
import type { PageState } from '../../page-api.ts';
import { readAddress } from '../state/address.ts';
import type { Place, Workspace } from '../state/workspace-model.ts';

/** Follows the address when a person edits it or goes back. Places the person may not see are ignored. */
export function useAddress(page: PageState, go: (place: Place) => void): void {
  useEffect(() => {
    const changed = () => {
      const { place } = readAddress(location.search, location.hash);
      if (place && page.channels.some(({ id }) => id === place.channel)) go(place);
    };
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, [page.channels, go]);
}

/** The tab's title: where one is, with a mark when something is unread. */
export function useTitle({ page, place, unread }: Workspace): void {
  const channel = page.channels.find(({ id }) => id === place.channel);
  const title = `${unread.length > 0 ? '• ' : ''}${channel?.name ?? ''} – ${page.team.name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
