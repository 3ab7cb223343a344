/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-waiting-list"

#include "cvn-waiting-list.h"

#include <string.h>

static const char *const codes[] = {
  [CVN_SIGNUP_SIGNED_UP] = "signed_up",
  [CVN_SIGNUP_WAITING] = "waiting",
  [CVN_SIGNUP_OFFERED] = "offered",
  [CVN_SIGNUP_LAPSED] = "lapsed",
  [CVN_SIGNUP_CANCELLED] = "cancelled",
};

/** cvn_signup_status_get_code: what is stored. */
const char *
cvn_signup_status_get_code (CvnSignupStatus status)
{
  g_return_val_if_fail (status <= CVN_SIGNUP_CANCELLED, NULL);
  return codes[status];
}

/** cvn_signup_status_from_code: of a code that the kind event_signup knows; another one, of a newer version, counts as cancelled. */
CvnSignupStatus
cvn_signup_status_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return (CvnSignupStatus) i;
  return CVN_SIGNUP_CANCELLED;
}

/** cvn_waiting_list_count_taken: the seats of who signed up, and those that are kept for who was offered them. */
gint64
cvn_waiting_list_count_taken (const CvnSignup *signups,
                              guint            n)
{
  gint64 taken = 0;

  for (guint i = 0; i < n; i++)
    if (signups[i].takes_seat && (signups[i].status == CVN_SIGNUP_SIGNED_UP || signups[i].status == CVN_SIGNUP_OFFERED))
      taken += signups[i].people;
  return taken;
}

/** cvn_waiting_list_count_free: the seats that are left, never less than 0; G_MAXINT64 when there is no limit. */
gint64
cvn_waiting_list_count_free (gint64           capacity,
                             const CvnSignup *signups,
                             guint            n)
{
  if (capacity == CVN_CAPACITY_UNLIMITED)
    return G_MAXINT64;
  return MAX (0, capacity - cvn_waiting_list_count_taken (signups, n));
}

/**
 * cvn_waiting_list_pass_on:
 * @capacity: seats, or %CVN_CAPACITY_UNLIMITED
 * @signups: (inout): in the order in which the parties came
 * @today: ISO day
 * @until: ISO day: how long new offers hold; borrowed as long as @signups is
 *
 * Lets offers lapse that nobody took in time, and offers free seats to the first party that waits and fits in them, and
 * so on until none fits. A large party does not hold up smaller ones behind it, nor lose its place. Any thread.
 *
 * Returns: how many parties are in another state than before
 */
guint
cvn_waiting_list_pass_on (gint64      capacity,
                          CvnSignup  *signups,
                          guint       n,
                          const char *today,
                          const char *until)
{
  guint  n_changed = 0;
  gint64 n_free;

  g_return_val_if_fail (today != NULL && until != NULL, 0);

  for (guint i = 0; i < n; i++)
    if (signups[i].status == CVN_SIGNUP_OFFERED && signups[i].offer_until != NULL && strcmp (signups[i].offer_until, today) < 0)
      {
        signups[i].status = CVN_SIGNUP_LAPSED;
        n_changed++;
      }
  n_free = cvn_waiting_list_count_free (capacity, signups, n);
  for (guint i = 0; i < n && n_free > 0; i++)
    if (signups[i].status == CVN_SIGNUP_WAITING && signups[i].people <= n_free)
      {
        signups[i].status = CVN_SIGNUP_OFFERED;
        signups[i].offer_until = until;
        n_free -= signups[i].takes_seat ? signups[i].people : 0;
        n_changed++;
      }
  return n_changed;
}
