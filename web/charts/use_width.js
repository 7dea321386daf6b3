/** @module */
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * The width that an element has, now and whenever it changes.
 * @param {{current: Element|null}} element
 * @returns {number}   0 before it stands
 */
export function useWidth(element) {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const measure = () => setWidth(Math.floor(watched.getBoundingClientRect().width));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return width;
}
