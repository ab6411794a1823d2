import { type Reply, saying } from '../wording/reply.ts';

/** Words that only forms have. All else in a form is said as it is in a talk. */
export const formWords = {
  open: 'Fill in a form',
  task: 'Task',
  next: 'Next',
  check: 'Check',
  back: 'Back',
  typed: 'as typed',
} as const;

/** Shown while the choices are looked up. */
export const oneMoment: Reply = saying([
  { text: 'One moment, I am looking up what you can choose.' },
]);

/** Shown in place of a form that nobody can submit any more. */
export const formIsOver: Reply = saying([
  {
    text: 'This form is not open any more, and nothing was changed. Begin again and I will show you a new one.',
  },
]);
