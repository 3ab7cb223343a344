/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-sheet"

#include "cvn-card-sheet.h"

#include "cvn-card-question.h"

static void
clear_line (gpointer data)
{
  g_clear_object (&((CvnCardLine *) data)->line);
}

/** cvn_card_sheet_new: (transfer full): a sheet that says nothing yet. */
CvnCardSheet *
cvn_card_sheet_new (void)
{
  CvnCardSheet *self = g_new0 (CvnCardSheet, 1);

  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->roles = g_ptr_array_new_with_free_func (g_object_unref);
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, TRUE, sizeof (CvnCardLine));
  g_array_set_clear_func (self->lines, clear_line);
  return self;
}

static void
copy_records (GPtrArray *from,
              GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (from->pdata[i]));
}

/** cvn_card_sheet_copy: (transfer full): the same records in lists of its own: one can be put in the place of another. */
CvnCardSheet *
cvn_card_sheet_copy (const CvnCardSheet *self)
{
  CvnCardSheet *copy = cvn_card_sheet_new ();

  copy->centre_nl = g_strdup (self->centre_nl);
  copy->centre_en = g_strdup (self->centre_en);
  copy->project_nl = g_strdup (self->project_nl);
  copy->project_en = g_strdup (self->project_en);
  copy->today = g_strdup (self->today);
  copy->card = g_object_ref (self->card);
  copy_records (self->sections, copy->sections);
  copy_records (self->roles, copy->roles);
  copy_records (self->quotes, copy->quotes);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const CvnCardLine *line = &g_array_index (self->lines, CvnCardLine, i);

      cvn_card_sheet_add_line (copy, line->line, line->score_before);
    }
  return copy;
}

/** cvn_card_sheet_free: frees it with its records; nothing happens to NULL. */
void
cvn_card_sheet_free (CvnCardSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->centre_nl);
  g_free (self->centre_en);
  g_free (self->project_nl);
  g_free (self->project_en);
  g_free (self->today);
  g_clear_object (&self->card);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->quotes);
  g_array_unref (self->lines);
  g_free (self);
}

/** cvn_card_sheet_add_line: one line more; the record is shared. */
void
cvn_card_sheet_add_line (CvnCardSheet *self,
                         CvnRecord    *line,
                         gint64        score_before)
{
  CvnCardLine added = { g_object_ref (line), score_before };

  g_array_append_val (self->lines, added);
}

/**
 * cvn_card_sheet_pick:
 * @stem: of the two fields, such as "text"
 * @other: (out) (optional): whether the words are in the other language, for want of any in @language
 *
 * Returns: (nullable): the words, owned by the record
 */
const char *
cvn_card_sheet_pick (CvnRecord  *record,
                     const char *stem,
                     CvnLanguage language,
                     gboolean   *other)
{
  g_autofree char *nl = g_strconcat (stem, "_nl", NULL);
  g_autofree char *en = g_strconcat (stem, "_en", NULL);
  const char      *own = cvn_record_get_text (record, language == CVN_LANGUAGE_NL ? nl : en);
  const char      *twin = cvn_record_get_text (record, language == CVN_LANGUAGE_NL ? en : nl);

  if (other != NULL)
    *other = own == NULL && twin != NULL;
  return own != NULL ? own : twin;
}

/** cvn_card_sheet_dup_heading: (transfer full): what stands above a section: its own heading, else the standard question. */
char *
cvn_card_sheet_dup_heading (CvnRecord  *section,
                            CvnLanguage language)
{
  gboolean    other = FALSE;
  const char *own = cvn_card_sheet_pick (section, "title", language, &other);
  const char *standard = cvn_card_question_text (cvn_record_get_text (section, "question"), language);

  return g_strdup (standard != NULL && (own == NULL || other) ? standard : own);
}

/** cvn_card_sheet_is_empty: whether nobody has written anything on it yet. */
gboolean
cvn_card_sheet_is_empty (const CvnCardSheet *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (cvn_card_sheet_pick (self->sections->pdata[i], "text", CVN_LANGUAGE_NL, NULL) != NULL)
      return FALSE;
  return self->lines->len == 0;
}
