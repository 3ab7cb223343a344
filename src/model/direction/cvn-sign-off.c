/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-sign-off"

#include "cvn-direction-operations.h"

#include "cvn-card-gather.h"
#include "cvn-card-seal.h"
#include "cvn-error.h"
#include "cvn-kind-check.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *card;
  char *signed_by;
  char *today;
} SignOff;

static void
free_data (gpointer data)
{
  SignOff *self = data;

  g_free (self->card);
  g_free (self->signed_by);
  g_free (self->today);
  g_free (self);
}

/* Keeps what the registers and the ledgers say at this moment. */
static gboolean
put_lines (CvnWriter    *writer,
           CvnCardSheet *sheet,
           GPtrArray    *parts,
           GError      **error)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      CvnRecord *line = g_array_index (sheet->lines, CvnCardLine, i).line;

      cvn_record_set_text (line, "card", cvn_record_get_id (sheet->card));
      if (!cvn_writer_put (writer, line, error))
        return FALSE;
      g_ptr_array_add (parts, line);
    }
  return TRUE;
}

static void
add_all (GPtrArray *records,
         GPtrArray *parts)
{
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (parts, records->pdata[i]);
}

static gboolean
check (CvnCardSheet  *sheet,
       const SignOff *self,
       GError       **error)
{
  if (cvn_record_get_integer (sheet->card, "frozen") != 0)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_FINAL, _("This card has been signed off already."));
      cvn_error_set_field (error, "frozen");
      return FALSE;
    }
  if (self->signed_by == NULL || *self->signed_by == '\0')
    return cvn_check_fail (error, "signed_by", _("Fill in who signs it off: a role or a body."));
  for (guint i = 0; i < sheet->sections->len; i++)
    if (cvn_card_sheet_pick (sheet->sections->pdata[i], "text", CVN_LANGUAGE_NL, NULL) != NULL)
      return TRUE;
  return cvn_check_fail (error, "frozen", _("There is no text on this card yet. Write something before it is signed off."));
}

static gboolean
write_signature (CvnWriter    *writer,
                 gconstpointer data,
                 GError      **error)
{
  const SignOff *self = data;
  g_autoptr (CvnCardSheet) sheet = cvn_card_gather (cvn_writer_get_reader (writer), self->card, self->today, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *seal = NULL;

  if (sheet == NULL || !check (sheet, self, error) || !put_lines (writer, sheet, parts, error))
    return FALSE;
  add_all (sheet->sections, parts);
  add_all (sheet->roles, parts);
  add_all (sheet->quotes, parts);
  cvn_record_set_text (sheet->card, "signed_on", self->today);
  cvn_record_set_text (sheet->card, "signed_by", self->signed_by);
  seal = cvn_card_seal (sheet->card, parts);
  cvn_record_set_text (sheet->card, "seal", seal);
  cvn_record_set_integer (sheet->card, "frozen", 1);
  return cvn_writer_put (writer, sheet->card, error);
}

/**
 * cvn_sign_off_new:
 * @card: id of a card
 * @signed_by: a role or a body
 * @today: ISO day
 *
 * Freezes a card with its figures and gives it its seal. From then on neither it nor its parts change, and this cannot be
 * undone: a correction is a new edition. Refused at "signed_by" without one, and without any text on the card.
 *
 * Returns: (transfer full): the operation; its id is that of the card
 */
CvnOperation *
cvn_sign_off_new (const char *card,
                  const char *signed_by,
                  const char *today)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "project_card", write_signature, NULL, free_data };
  SignOff                       *self = g_new0 (SignOff, 1);

  self->card = g_strdup (card);
  self->signed_by = g_strdup (signed_by);
  self->today = g_strdup (today);
  return cvn_operation_new (&klass, self, card);
}
