import type { BuiltinHost } from '../runtime/builtin'
import { getPhoneNumber } from '../wx/phone-number'
import { agreePrivacy } from '../wx/privacy'
import { chooseAvatar } from '../wx/avatar'
import { contact } from '../wx/contact'
import { showSettings } from '../wx/settings'
import { sharePage } from '../wx/share'

/** What `<button open-type>` does beside its tap. Every event's name is the open-type's in small letters. */
export const openTypes: Readonly<Record<string, (host: BuiltinHost) => unknown>> = {
  agreePrivacyAuthorization(host) {
    agreePrivacy(host.phone, host.id())
    host.trigger('agreeprivacyauthorization', {})
  },
  getPhoneNumber: async (host) => host.trigger('getphonenumber', await getPhoneNumber(host.phone)),
  share: (host) =>
    sharePage(host.phone, host.page, { from: 'button', target: { id: host.id(), dataset: host.dataset() } }),
  openSetting: async (host) => host.trigger('opensetting', await showSettings(host.phone)),
  contact: async (host) => host.trigger('contact', await contact(host.phone)),
  feedback: (host) => contact(host.phone),
  chooseAvatar: async (host) => {
    const avatarUrl = await chooseAvatar(host.phone)
    if (avatarUrl) host.trigger('chooseavatar', { avatarUrl })
  },
  launchApp: (host) => host.trigger('error', { errMsg: 'invalid scene' }),
}
