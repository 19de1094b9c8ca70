import '../../widget/walkthrough/anchor/label.ts';

export { findAnchor } from '../../widget/walkthrough/anchor/find.ts';
export { holds } from '../../widget/walkthrough/anchor/holds.ts';
export { isAccepted, valueIn } from '../../widget/walkthrough/anchor/value.ts';
export { boxOf, isAway, isCovered } from '../../widget/walkthrough/anchor/visible.ts';
