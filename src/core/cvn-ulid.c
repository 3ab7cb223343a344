/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-ulid"

#include "cvn-ulid.h"

#include <string.h>
#include <unistd.h>

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* 48 bits of milliseconds and 80 bits of chance, as two halves of one number. */
typedef struct
{
  guint64 high;
  guint64 low;
} Ulid;

/* The last one given out, so that the next one sorts after it. */
static GMutex last_lock;
static Ulid   last;

static guint64
get_milliseconds (const Ulid *ulid)
{
  return ulid->high >> 16;
}

static void
fill_with_chance (Ulid *ulid, guint64 milliseconds)
{
  guint64 chance[2];

  if (getentropy (chance, sizeof chance) != 0)
    for (gsize i = 0; i < G_N_ELEMENTS (chance); i++)
      chance[i] = (guint64) g_random_int () << 32 | g_random_int ();

  /* The top bit of chance stays zero: room to count up within a millisecond. */
  ulid->high = milliseconds << 16 | (chance[0] & 0x7fff);
  ulid->low = chance[1];
}

static char *
to_text (Ulid ulid)
{
  char *text = g_malloc (CVN_ULID_LENGTH + 1);

  for (int i = CVN_ULID_LENGTH - 1; i >= 0; i--)
    {
      text[i] = alphabet[ulid.low & 31];
      ulid.low = ulid.low >> 5 | ulid.high << 59;
      ulid.high >>= 5;
    }
  text[CVN_ULID_LENGTH] = '\0';

  return text;
}

/**
 * cvn_ulid_new:
 *
 * Makes an id for a record: 26 characters of Crockford's base 32 that sort by the time
 * they were made, also within a millisecond and when the clock goes back. Any thread.
 *
 * Returns: (transfer full): the id
 */
char *
cvn_ulid_new (void)
{
  guint64 now = (guint64) g_get_real_time () / 1000;
  Ulid    ulid;

  g_mutex_lock (&last_lock);
  if (now > get_milliseconds (&last))
    fill_with_chance (&last, now);
  else if (++last.low == 0)
    last.high++;
  ulid = last;
  g_mutex_unlock (&last_lock);

  return to_text (ulid);
}

/* Whether a byte is one of the alphabet. An exchange looks at ids by the hundred thousand. */
static const guint8 is_letter[256] = { ['0' ... '9'] = 1, ['A' ... 'H'] = 1, ['J' ... 'K'] = 1, ['M' ... 'N'] = 1, ['P' ... 'T'] = 1, ['V' ... 'Z'] = 1 };

/**
 * cvn_ulid_is_valid:
 * @text: a text
 *
 * Returns: whether it has the form of an id: 26 capitals and digits without I, L, O and U,
 * of which the first is at most 7. Any thread.
 */
gboolean
cvn_ulid_is_valid (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (gsize i = 0; i < CVN_ULID_LENGTH; i++)
    if (is_letter[(guchar) text[i]] == 0)
      return FALSE;
  return text[CVN_ULID_LENGTH] == '\0' && text[0] <= '7';
}
