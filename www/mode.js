// Before anything is painted: whether the address asks for the front page or for a picture, and in which theme. page.js goes on from here.
{
  const { dataset } = document.documentElement;
  const query = new URLSearchParams(location.search);
  const theme = query.get('theme');
  dataset.mode = ['v', 'view', 'datum'].some((name) => query.has(name)) ? 'reading' : 'front';
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  // Without the others everything that is there in words stays in sight.
  addEventListener('error', ({ target }) => { if (target.localName === 'script') dataset.mode = 'failed'; }, true);
}
