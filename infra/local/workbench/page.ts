import type { ClockSetting } from '../moved-clock';

/** The first line of every script that is to see the moved clock. Only numbers are in it. */
export const clockLine = (setting: ClockSetting | undefined): string =>
  setting === undefined ? '' : `self.localClock = ${JSON.stringify(setting)};\n`;

/** The one page of the workbench. Everything on it is drawn by client/client.tsx. */
export const page = (setting: ClockSetting | undefined): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Workbench</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231f5c4d'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/client.css">
</head>
<body>
<div id="workbench"></div>
<script>${clockLine(setting)}</script>
<script type="module" src="/client.js"></script>
</body>
</html>
`;
