/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-direction-edits"

#include "cvn-direction-operations.h"

#include "cvn-operation-private.h"
#include "cvn-rows.h"

/* A change of one record: the fields that are filled in, and those of them that are emptied. */
typedef struct
{
  const char *kind;
  char       *id;
  CvnRecord  *fields;
  CvnRecord  *section; /* of a card, in the place of fields; or NULL */
  char       *now;
} Edit;

static void
free_data (gpointer data)
{
  Edit *self = data;

  g_free (self->id);
  g_clear_object (&self->fields);
  g_clear_object (&self->section);
  g_free (self->now);
  g_free (self);
}

static Edit *
edit_new (const char *kind,
          const char *id)
{
  Edit *self = g_new0 (Edit, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->fields = cvn_record_new (cvn_kind_find (kind));
  return self;
}

static gboolean
write_fields (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  const Edit    *self = data;
  const CvnKind *kind = cvn_kind_find (self->kind);
  g_autoptr (CvnRecord) record = cvn_rows_get (cvn_writer_get_reader (writer), self->kind, self->id, error);

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!cvn_value_is_none (cvn_record_get_value (self->fields, i)))
      cvn_record_set_value (record, i, cvn_record_get_value (self->fields, i));
  return cvn_writer_put (writer, record, error);
}

/** cvn_move_service_new: (transfer full): puts a service under another axis or timing of the board; NULL leaves one as it is. */
CvnOperation *
cvn_move_service_new (const char *service,
                      const char *axis,
                      const char *timing)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "roadmap_item", write_fields, NULL, free_data };
  Edit                          *self = edit_new ("roadmap_item", service);

  cvn_record_set_text (self->fields, "axis", axis);
  cvn_record_set_text (self->fields, "timing", timing);
  return cvn_operation_new (&klass, self, service);
}

/** cvn_set_risk_new: (transfer full): puts a risk in another cell of the matrix; both from 1 to 5. */
CvnOperation *
cvn_set_risk_new (const char *risk,
                  int         likelihood,
                  int         impact)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "risk", write_fields, NULL, free_data };
  Edit                          *self = edit_new ("risk", risk);

  cvn_record_set_integer (self->fields, "likelihood", likelihood);
  cvn_record_set_integer (self->fields, "impact", impact);
  return cvn_operation_new (&klass, self, risk);
}

static gboolean
write_section (CvnWriter    *writer,
               gconstpointer data,
               GError      **error)
{
  const Edit *self = data;
  const char *id = cvn_record_get_text (self->section, "card");
  g_autoptr (CvnRecord) section = cvn_record_copy (self->section);
  g_autoptr (CvnRecord) card = cvn_rows_get (cvn_writer_get_reader (writer), "project_card", id, error);

  if (card == NULL || !cvn_writer_put (writer, section, error))
    return FALSE;
  cvn_record_set_text (card, "changed_at", self->now);
  return cvn_writer_put (writer, card, error);
}

/**
 * cvn_write_section_new:
 * @section: of a card, with its new words and the figures that it used
 * @now: ISO day and time, which the card keeps as when it was changed
 *
 * Returns: (transfer full): the operation; its id is that of the section
 */
CvnOperation *
cvn_write_section_new (CvnRecord  *section,
                       const char *now)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "card_section", write_section, NULL, free_data };
  Edit                          *self = g_new0 (Edit, 1);

  self->section = cvn_record_copy (section);
  self->now = g_strdup (now);
  return cvn_operation_new (&klass, self, cvn_record_get_id (section));
}
