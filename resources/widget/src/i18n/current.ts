// SPDX-License-Identifier: MIT
export { texts } from './en';
