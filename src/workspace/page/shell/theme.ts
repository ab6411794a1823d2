import { useEffect, useState } from 'preact/hooks';

export type Theme = 'light' | 'dark';

const KEY = 'workspace-theme';
const preference = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function remembered(): Theme | null {
  const theme = localStorage.getItem(KEY);
  return theme === 'light' || theme === 'dark' ? theme : null;
}

/** The theme in force, and a switch whose choice is remembered; until then the system decides. */
export function useTheme(): readonly [Theme, () => void] {
  const [chosen, setChosen] = useState(remembered);
  const [system, setSystem] = useState<Theme>(preference().matches ? 'dark' : 'light');
  const theme = chosen ?? system;

  useEffect(() => {
    const query = preference();
    const changed = () => setSystem(query.matches ? 'dark' : 'light');
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  function toggle(): void {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, next);
    setChosen(next);
  }
  return [theme, toggle];
}
