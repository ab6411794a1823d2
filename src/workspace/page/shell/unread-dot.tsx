/** A dot that says that something was not read yet. */
export function UnreadDot() {
  return <span class="dot" role="img" aria-label="unread messages" />;
}
