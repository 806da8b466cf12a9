// For a page that frames charts: gives each frame the height of what is in it. Without it the frames keep the room that they have.
// A message counts if it comes from the window of a frame of ours, from the origin that this frame was given, and holds a height that can be.
{
  /** What a frame may be high, in CSS pixels: the longest table has 14,000 on a phone, more in large text. */
  const [LEAST, MOST] = [50, 30_000];
  /** The least time between two changes, in milliseconds: nobody makes the page flicker. */
  const PAUSE = 100;

  const frames = () => [...document.querySelectorAll('iframe[src*="/embed.html"]')];
  const wanted = new Map();
  let last = -PAUSE;
  let timer = 0;

  /** Whether a frame speaks for itself; one in a sandbox has no origin. */
  const speaks = ({ src, sandbox }, origin) =>
    origin === (sandbox.length && !sandbox.contains('allow-same-origin') ? 'null' : new URL(src).origin);

  const apply = () => {
    last = performance.now();
    timer = 0;
    for (const [frame, height] of wanted) frame.style.height = `${height}px`;
    wanted.clear();
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (data?.type !== 'article-chart:size' || typeof data.height !== 'number') return;
    const height = Math.ceil(data.height);
    if (!(height >= LEAST && height <= MOST)) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || !speaks(frame, origin)) return;
    wanted.set(frame, height);
    timer ||= setTimeout(apply, Math.max(last + PAUSE - performance.now(), 0));
  });

  // Those that have spoken before anybody listened; a frame that is still empty speaks later by itself.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: 'article-chart:ask' }, '*');
}
