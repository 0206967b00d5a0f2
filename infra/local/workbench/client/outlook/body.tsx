import { useCallback, useEffect, useRef, useState } from 'react';

/** The line and the space above the text, in pixels. */
const aboveText = 17;

function styleIn(shade: string | undefined): string {
  const dark = shade === 'dark';
  const [ink, link] = dark ? ['#f0f0f0', '#7fc9b5'] : ['#242424', '#1f5c4d'];
  return `:root{color-scheme:${dark ? 'dark' : 'light'}}body{display:flow-root;margin:0;font:15px/1.5 "Segoe UI",system-ui,sans-serif;color:${ink};overflow-wrap:anywhere}a{color:${link}}`;
}

/** Somebody else's HTML: in a frame of its own that may open links and nothing else. As high as its text. */
export function Body({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(0);
  const measure = useCallback(() => {
    const text = frame.current?.contentDocument?.body;
    if (text) setHeight(Math.ceil(text.offsetHeight) + aboveText);
  }, []);
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [measure]);
  const style = styleIn(document.documentElement.dataset['shade']);
  return (
    <iframe
      ref={frame}
      className="item-body"
      title="Text"
      style={{ height }}
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-same-origin"
      srcDoc={`<!doctype html><html lang="en-GB"><head><title>Text</title><base target="_blank"><style>${style}</style></head><body>${html}</body></html>`}
      onLoad={measure}
    />
  );
}
