/** The icons of the panel: SVG from the package, bundled one by one. Microsoft's icon font would come from a CDN. */
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { ArrowLeft20Regular } from '@fluentui/react-icons/headless/svg/arrow-left';
import { ArrowUpload20Regular } from '@fluentui/react-icons/headless/svg/arrow-upload';
import { Building20Regular } from '@fluentui/react-icons/headless/svg/building';
import { CalendarLtr20Regular } from '@fluentui/react-icons/headless/svg/calendar-ltr';
import { Checkmark16Regular } from '@fluentui/react-icons/headless/svg/checkmark';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { ChevronRight20Regular } from '@fluentui/react-icons/headless/svg/chevron-right';
import { ClipboardTextLtr20Regular } from '@fluentui/react-icons/headless/svg/clipboard-text-ltr';
import { Clock20Regular } from '@fluentui/react-icons/headless/svg/clock';
import { CloudOff20Regular } from '@fluentui/react-icons/headless/svg/cloud-off';
import { Delete20Regular } from '@fluentui/react-icons/headless/svg/delete';
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { Edit20Regular } from '@fluentui/react-icons/headless/svg/edit';
import { ErrorCircle20Regular } from '@fluentui/react-icons/headless/svg/error-circle';
import { Info20Regular } from '@fluentui/react-icons/headless/svg/info';
import { People20Regular } from '@fluentui/react-icons/headless/svg/people';
import { Person20Regular } from '@fluentui/react-icons/headless/svg/person';
import { Search20Regular } from '@fluentui/react-icons/headless/svg/search';
import { Send20Regular } from '@fluentui/react-icons/headless/svg/send';
import { Target20Regular } from '@fluentui/react-icons/headless/svg/target';
import { Warning20Regular } from '@fluentui/react-icons/headless/svg/warning';
import type { ComponentType } from 'react';

export const icons = {
  add: Add20Regular,
  again: ArrowClockwise20Regular,
  back: ArrowLeft20Regular,
  building: Building20Regular,
  calendar: CalendarLtr20Regular,
  check: Checkmark16Regular,
  clipboard: ClipboardTextLtr20Regular,
  clock: Clock20Regular,
  close: Dismiss16Regular,
  document: DocumentText20Regular,
  done: CheckmarkCircle20Regular,
  edit: Edit20Regular,
  error: ErrorCircle20Regular,
  forward: ChevronRight20Regular,
  info: Info20Regular,
  offline: CloudOff20Regular,
  people: People20Regular,
  person: Person20Regular,
  remove: Delete20Regular,
  search: Search20Regular,
  send: Send20Regular,
  target: Target20Regular,
  upload: ArrowUpload20Regular,
  warning: Warning20Regular,
} as const satisfies Record<string, ComponentType<{ className?: string }>>;

export type IconName = keyof typeof icons;
