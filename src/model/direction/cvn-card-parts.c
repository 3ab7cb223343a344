/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-parts"

#include "cvn-direction-operations.h"

#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

/* What a card is made of besides its words: sections of its own, quotes, roles, and that there are no risks. */
typedef struct
{
  CvnRecord *part; /* NULL when it is about the card itself */
  char      *card;
  char      *now;
  gboolean   no_risks;
} Edit;

static void
free_data (gpointer data)
{
  Edit *self = data;

  g_clear_object (&self->part);
  g_free (self->card);
  g_free (self->now);
  g_free (self);
}

static Edit *
edit_new (CvnRecord  *part,
          const char *card,
          const char *now)
{
  Edit *self = g_new0 (Edit, 1);

  self->part = part != NULL ? cvn_record_copy (part) : NULL;
  self->card = g_strdup (card);
  self->now = g_strdup (now);
  return self;
}

static gboolean
touch_card (CvnWriter  *writer,
            const Edit *self,
            GError    **error)
{
  g_autoptr (CvnRecord) card = cvn_rows_get (cvn_writer_get_reader (writer), "project_card", self->card, error);

  if (card == NULL)
    return FALSE;
  cvn_record_set_text (card, "changed_at", self->now);
  return cvn_writer_put (writer, card, error);
}

/* A new part comes last. */
static gboolean
give_place (CvnReader *reader,
            CvnRecord *part,
            GError   **error)
{
  g_autoptr (GPtrArray) others = NULL;
  gint64 last = 0;

  if (cvn_record_has (part, "position"))
    return TRUE;
  others = cvn_rows_find (reader, cvn_record_get_kind (part)->name, "card", cvn_record_get_text (part, "card"), error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    last = MAX (last, cvn_record_get_integer (others->pdata[i], "position"));
  cvn_record_set_integer (part, "position", last + 1);
  return others != NULL;
}

static gboolean
write_part (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const Edit *self = data;
  g_autoptr (CvnRecord) part = cvn_record_copy (self->part);

  return give_place (cvn_writer_get_reader (writer), part, error) && cvn_writer_put (writer, part, error) && touch_card (writer, self, error);
}

/**
 * cvn_write_part_new:
 * @part: a section, a quote or a role of a card; a new one has no position and comes last
 * @now: ISO day and time, which the card keeps as when it was changed
 *
 * Returns: (transfer full): the operation; its id is that of the part
 */
CvnOperation *
cvn_write_part_new (CvnRecord  *part,
                    const char *now)
{
  static const CvnOperationClass klasses[] = {
    { CVN_ACTION_EDIT, "card_section", write_part, NULL, free_data },
    { CVN_ACTION_EDIT, "card_quote", write_part, NULL, free_data },
    { CVN_ACTION_EDIT, "card_role", write_part, NULL, free_data },
    { CVN_ACTION_ADD, "card_section", write_part, NULL, free_data },
    { CVN_ACTION_ADD, "card_quote", write_part, NULL, free_data },
    { CVN_ACTION_ADD, "card_role", write_part, NULL, free_data },
  };
  Edit    *self = edit_new (part, cvn_record_get_text (part, "card"), now);
  gboolean is_new = cvn_record_get_id (part) == NULL;
  guint    place = is_new ? 3 : 0;

  if (is_new)
    {
      g_autofree char *id = cvn_ulid_new ();

      cvn_record_set_id (self->part, id);
    }
  while (place < G_N_ELEMENTS (klasses) - 1 && !g_str_equal (klasses[place].kind, cvn_record_get_kind (part)->name))
    place++;
  return cvn_operation_new (&klasses[place], self, cvn_record_get_id (self->part));
}

static gboolean
remove_part (CvnWriter    *writer,
             gconstpointer data,
             GError      **error)
{
  const Edit *self = data;

  return cvn_writer_delete (writer, cvn_record_get_kind (self->part), cvn_record_get_id (self->part), error) && touch_card (writer, self, error);
}

/** cvn_remove_part_new: (transfer full): takes a section of its own, a quote or a role off its card. */
CvnOperation *
cvn_remove_part_new (CvnRecord  *part,
                     const char *now)
{
  static const CvnOperationClass klasses[] = {
    { CVN_ACTION_DELETE, "card_section", remove_part, NULL, free_data },
    { CVN_ACTION_DELETE, "card_quote", remove_part, NULL, free_data },
    { CVN_ACTION_DELETE, "card_role", remove_part, NULL, free_data },
  };
  guint place = 0;

  while (place < G_N_ELEMENTS (klasses) - 1 && !g_str_equal (klasses[place].kind, cvn_record_get_kind (part)->name))
    place++;
  return cvn_operation_new (&klasses[place], edit_new (part, cvn_record_get_text (part, "card"), now), cvn_record_get_text (part, "card"));
}

static gboolean
write_no_risks (CvnWriter    *writer,
                gconstpointer data,
                GError      **error)
{
  const Edit *self = data;
  g_autoptr (CvnRecord) card = cvn_rows_get (cvn_writer_get_reader (writer), "project_card", self->card, error);

  if (card == NULL)
    return FALSE;
  if (self->no_risks)
    cvn_record_set_integer (card, "no_risks", 1);
  else
    cvn_record_unset (card, "no_risks");
  cvn_record_set_text (card, "changed_at", self->now);
  return cvn_writer_put (writer, card, error);
}

/** cvn_set_no_risks_new: (transfer full): says on a card that risks were looked for and none was found, or takes that back. */
CvnOperation *
cvn_set_no_risks_new (const char *card,
                      gboolean    no_risks,
                      const char *now)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "project_card", write_no_risks, NULL, free_data };
  Edit                          *self = edit_new (NULL, card, now);

  self->no_risks = no_risks;
  return cvn_operation_new (&klass, self, card);
}
