export { mayManageTeam } from './access'
export { actorOf } from './actor-of'
export {
  authOptions,
  isOwnPath,
  ownPath,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
  sessionIdOf,
} from './auth'
export { forgetOld } from './forget'
export { hashPassword } from './hash'
export { createKey, type KeyFound, type KeyShown, keyActor, listKeys, revokeKey } from './keys'
export { changePassword, me, updateMe } from './me'
export { foundOrganization, type OrganizationRow, organization, updateOrganization } from './organization'
export { type PassHolder, passHolder } from './pass-holder'
export {
  acceptInvitation,
  acceptPass,
  acceptReset,
  invitePerson,
  openInvitations,
  type Pass,
  type PassLink,
  passByToken,
  resetLink,
  revokeInvitation,
} from './passes'
export { createUser, updateUser } from './people'
export { acceptablePassword, insertMembership, insertUser, newPerson } from './person'
export { listTeams as teams, type Member, membersOf, type Person, people, person } from './queries'
export * from './sessions'
export * from './shared'
export { type Credentials, signIn } from './sign-in'
export { createTeam, insertTeam, restoreTeam, retireTeam, setMembers, type Team, updateTeam } from './teams'
