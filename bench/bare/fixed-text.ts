/** What every bare bot answers to whatever it is asked. */
export const FIXED_TEXT = 'موجز اليوم: خمس جمل من المقال كما هي، وأقوال باسم من قالها، وأرقام بوحداتها. '.repeat(4)
