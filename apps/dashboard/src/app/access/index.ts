/** What other features take of the forms to get in. */
export { PasswordField } from './password-field';
