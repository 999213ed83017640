"use client";

import "./tokens.css";
import "./globals.css";

/** The page for when even the root layout failed: no catalogue and no theme can be relied on, so it speaks both languages. */
export default function GlobalErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="hw-message" role="alert">
          <h1>Highwater failed</h1>
          <p>Its log says more{error.digest ? ` under ${error.digest}` : ""}.</p>
          <p lang="ko">Highwater 내부 오류입니다. 로그를 확인하세요.</p>
          <button type="button" onClick={reset}>
            Try again · <span lang="ko">다시 시도</span>
          </button>
        </main>
      </body>
    </html>
  );
}
