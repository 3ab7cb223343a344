/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-proof-sheet"

#include "cvn-proof-sheet.h"

#include "cvn-allocation.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>

__extension__ typedef __int128 Wide;

/* How many digits of a cent the exact share is printed with: enough to see which remainder is larger. */
#define DIGITS 6

static void
proof_line_free (gpointer data)
{
  CvnProofLine *line = data;

  g_free (line->name);
  g_free (line->date);
  g_free (line->source);
  g_free (line);
}

static void
proof_key_free (gpointer data)
{
  CvnProofKey *key = data;

  g_free (key->key);
  g_free (key->method);
  g_ptr_array_unref (key->lines);
  g_free (key);
}

/** cvn_proof_sheet_new: (transfer full): a sheet without keys. */
CvnProofSheet *
cvn_proof_sheet_new (void)
{
  CvnProofSheet *self = g_new0 (CvnProofSheet, 1);

  self->keys = g_ptr_array_new_with_free_func (proof_key_free);
  return self;
}

/** cvn_proof_sheet_free: frees it with its keys. */
void
cvn_proof_sheet_free (CvnProofSheet *self)
{
  g_free (self->centre);
  g_free (self->today);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/** cvn_proof_sheet_add_key: a key without parties, owned by the sheet. @total is in cents. */
CvnProofKey *
cvn_proof_sheet_add_key (CvnProofSheet *self,
                         const char    *key,
                         const char    *method,
                         gint64         total)
{
  CvnProofKey *added = g_new0 (CvnProofKey, 1);

  added->key = g_strdup (key);
  added->method = g_strdup (method);
  added->total = total;
  added->lines = g_ptr_array_new_with_free_func (proof_line_free);
  g_ptr_array_add (self->keys, added);
  return added;
}

/** cvn_proof_key_add_line: a party, owned by the key, to be worked out. @amount is in cents, as it was agreed. */
CvnProofLine *
cvn_proof_key_add_line (CvnProofKey *self,
                        const char  *name,
                        gint64       weight,
                        gint64       amount)
{
  CvnProofLine *line = g_new0 (CvnProofLine, 1);

  line->name = g_strdup (name);
  line->weight = weight;
  line->amount = amount;
  g_ptr_array_add (self->lines, line);
  return line;
}

/* Only these methods divide a total; with the others each amount stands alone. */
static gboolean
is_divided (const CvnProofKey *self)
{
  static const char *const methods[] = { "inhabitants", "equal", "percentage", NULL };

  return self->method != NULL && g_strv_contains (methods, self->method);
}

static gboolean
sum_weights (CvnProofKey *self,
             gint64      *weights,
             GError     **error)
{
  self->sum = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      CvnProofLine *line = g_ptr_array_index (self->lines, i);

      weights[i] = line->weight;
      if (__builtin_add_overflow (self->sum, line->weight, &self->sum))
        {
          g_set_error (error, CVN_ERROR, CVN_ERROR_INVALID, _("The weights of the key %s are too large to be added."), self->key);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * cvn_proof_key_work_out:
 * @self: a key with all its parties
 * @error: CVN_ERROR_INVALID when there is nothing to divide by
 *
 * Fills in how each amount comes about, by largest remainder: exact share = total x weight / sum of the weights.
 *
 * Returns: whether it could be worked out. Any thread.
 */
gboolean
cvn_proof_key_work_out (CvnProofKey *self,
                        GError     **error)
{
  guint              n = self->lines->len;
  g_autofree gint64 *weights = g_new0 (gint64, n + 1);
  g_autofree gint64 *parts = g_new0 (gint64, n + 1);

  self->divided = is_divided (self);
  self->differs = FALSE;
  if (!self->divided)
    return TRUE;
  if (!sum_weights (self, weights, error) || !cvn_allocate (self->total, weights, n, parts, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      CvnProofLine *line = g_ptr_array_index (self->lines, i);
      Wide          share = (Wide) self->total * line->weight;

      line->whole = (gint64) (share / self->sum);
      line->remainder = (gint64) (share % self->sum);
      line->given = parts[i] - line->whole;
      self->differs = self->differs || line->amount != parts[i];
    }
  return TRUE;
}

/**
 * cvn_proof_key_dup_parts:
 * @self: a key that has been worked out
 * @line: one of its parties
 *
 * Returns: (transfer full): six digits that follow the cents of the exact share, not rounded
 */
char *
cvn_proof_key_dup_parts (const CvnProofKey  *self,
                         const CvnProofLine *line)
{
  GString *text = g_string_new (NULL);
  Wide     rest = line->remainder;

  for (guint i = 0; i < DIGITS; i++)
    {
      rest *= 10;
      g_string_append_c (text, (char) ('0' + (int) (rest / self->sum)));
      rest %= self->sum;
    }
  return g_string_free (text, FALSE);
}
