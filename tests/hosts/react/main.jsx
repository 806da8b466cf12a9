import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [view, setView] = useState('pipelines');
  const [theme, setTheme] = useState(undefined);
  const [datum, setDatum] = useState('none');
  const [shown, setShown] = useState(true);
  const [ready, setReady] = useState(0);
  return (
    <>
      <button id="view" onClick={() => setView('isc-2020')}>view</button>
      <button id="theme" onClick={() => setTheme((old) => (old ? undefined : 'dark'))}>theme</button>
      <button id="shown" onClick={() => setShown((old) => !old)}>shown</button>
      <output id="datum">{datum}</output>
      <output id="ready">{ready}</output>
      {shown && (
        <article-chart view={view} theme={theme} loading="eager" onac-datum={({ detail }) => setDatum(detail.datum ?? 'none')} onac-ready={() => setReady((old) => old + 1)}>
          <p>fallback</p>
        </article-chart>
      )}
    </>
  );
}

createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);
