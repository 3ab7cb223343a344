/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-agreement-sheet"

#include "cvn-agreement-sheet.h"

static void
free_party (gpointer data)
{
  CvnAgreementParty *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->date);
  g_free (self->expected);
  g_free (self->document);
  g_free (self);
}

/** cvn_agreement_sheet_new: (transfer full): a sheet without parties. */
CvnAgreementSheet *
cvn_agreement_sheet_new (void)
{
  CvnAgreementSheet *self = g_new0 (CvnAgreementSheet, 1);

  self->parties = g_ptr_array_new_with_free_func (free_party);
  return self;
}

/** cvn_agreement_sheet_free: frees it with its parties; nothing happens to NULL. */
void
cvn_agreement_sheet_free (CvnAgreementSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->centre);
  g_free (self->today);
  g_free (self->filter);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->start);
  g_free (self->end);
  g_free (self->notice);
  g_ptr_array_unref (self->parties);
  g_free (self);
}

/** cvn_agreement_sheet_add_party: (transfer none): a party below the others, still without decisions. */
CvnAgreementParty *
cvn_agreement_sheet_add_party (CvnAgreementSheet *self,
                               const char        *id,
                               const char        *name)
{
  CvnAgreementParty *party = g_new0 (CvnAgreementParty, 1);

  party->id = g_strdup (id);
  party->name = g_strdup (name);
  g_ptr_array_add (self->parties, party);
  return party;
}

static GArray *
list_parties (const CvnAgreementSheet *self)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (CvnLadderParty));

  for (guint i = 0; i < self->parties->len; i++)
    {
      const CvnAgreementParty *party = g_ptr_array_index (self->parties, i);
      CvnLadderParty           one = { party->id, party->state, party->amount };

      g_array_append_val (parties, one);
    }
  return parties;
}

/** cvn_agreement_party_is_at_risk: whether it has not signed what it would pay for. */
gboolean
cvn_agreement_party_is_at_risk (const CvnAgreementParty *self)
{
  return self->amount != 0 && self->state != CVN_LADDER_SIGNED && self->state != CVN_LADDER_ENDED;
}

/** cvn_agreement_sheet_sum_at_risk: cents of the parties that have not signed. */
gint64
cvn_agreement_sheet_sum_at_risk (const CvnAgreementSheet *self)
{
  g_autoptr (GArray) parties = list_parties (self);

  return cvn_ladder_sum_at_risk ((const CvnLadderParty *) (gpointer) parties->data, parties->len);
}

/** cvn_agreement_sheet_count_signed: how many parties have signed. */
guint
cvn_agreement_sheet_count_signed (const CvnAgreementSheet *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parties->len; i++)
    {
      const CvnAgreementParty *party = g_ptr_array_index (self->parties, i);

      n += party->state == CVN_LADDER_SIGNED || party->state == CVN_LADDER_ENDED;
    }
  return n;
}

/** cvn_agreement_sheet_is_complete: whether all have signed who have to, see cvn_ladder_is_complete(), or how many have not. */
gboolean
cvn_agreement_sheet_is_complete (const CvnAgreementSheet *self,
                                 guint                   *n_missing)
{
  g_autoptr (GArray) parties = list_parties (self);
  g_autoptr (GPtrArray) required = g_ptr_array_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  gboolean is_complete;

  for (guint i = 0; i < self->parties->len; i++)
    {
      const CvnAgreementParty *party = g_ptr_array_index (self->parties, i);

      if (party->required)
        g_ptr_array_add (required, party->id);
    }
  g_ptr_array_add (required, NULL);
  is_complete = cvn_ladder_is_complete ((const CvnLadderParty *) (gpointer) parties->data, parties->len,
                                        required->len > 1 ? (const char *const *) required->pdata : NULL, missing);
  *n_missing = missing->len;
  return is_complete;
}
