export { OtherWorkspace } from './other-workspace';
export { SignInAgain } from './sign-in-again';
