/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-save"

#include "cvn-event-operations.h"

#include "cvn-event-private.h"
#include "cvn-operation-private.h"
#include "cvn-rows.h"

#include <string.h>

typedef struct
{
  CvnChangeSet *changes;
  char         *today;
} Save;

static void
free_save (gpointer data)
{
  Save *self = data;

  cvn_change_set_unref (self->changes);
  g_free (self->today);
  g_free (self);
}

/* What is over was made known already, or not at all; a template is made known by what is made of it. */
static gboolean
is_to_come (CvnRecord  *event,
            const char *today)
{
  const char *status = cvn_record_get_text (event, "status");

  return cvn_record_get_integer (event, "template") != 1 && g_strcmp0 (status, "held") != 0 && g_strcmp0 (status, "cancelled") != 0 &&
         g_strcmp0 (cvn_record_get_text (event, "starts"), today) >= 0;
}

/* What belongs to an event goes with it; what only refers to it, such as a benefit of a partner, keeps it from being deleted. */
static gboolean
delete_parts (CvnWriter  *writer,
              const char *event,
              GError    **error)
{
  static const char *const kinds[] = { "event_publication", "task", "event_partner", "event_cost", "event_signup" };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) parts = cvn_rows_find (cvn_writer_get_reader (writer), kinds[k], "event", event, error);

      for (guint i = 0; parts != NULL && i < parts->len; i++)
        if (!cvn_writer_delete (writer, cvn_kind_find (kinds[k]), cvn_record_get_id (parts->pdata[i]), error))
          return FALSE;
      if (parts == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow (const Save      *self,
        CvnWriter       *writer,
        const CvnChange *change,
        GError         **error)
{
  CvnRecord  *event = change->after != NULL ? change->after : change->before;
  const char *from = change->before != NULL ? cvn_record_get_text (change->before, "starts") : NULL;
  const char *to = cvn_record_get_text (event, "starts");

  if (strcmp (cvn_record_get_kind (event)->name, "event") != 0)
    return TRUE;
  if (change->after == NULL)
    return delete_parts (writer, cvn_record_get_id (event), error);
  if (change->before == NULL)
    return !is_to_come (event, self->today) || cvn_event_plan_channels (writer, event, error);
  return g_strcmp0 (from, to) == 0 || cvn_event_shift_parts (writer, cvn_record_get_id (event), from, to, error);
}

static gboolean
write_save (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const Save *self = data;

  if (!cvn_writer_apply (writer, self->changes, error))
    return FALSE;
  for (guint i = 0; i < cvn_change_set_get_n (self->changes); i++)
    if (!follow (self, writer, cvn_change_set_get (self->changes, i), error))
      return FALSE;
  return TRUE;
}

/**
 * cvn_event_save_new:
 * @changes: events that somebody added, edited or deleted in a form; kept
 * @today: ISO day
 *
 * Writes events with what goes with them, as one step: a new event that is still to come is planned in every channel with a
 * lead time; open tasks and publications of one that begins on another day move with it; parts of a deleted one are deleted.
 * Refused as the change set would be.
 *
 * Returns: (transfer full): the operation
 */
CvnOperation *
cvn_event_save_new (CvnChangeSet *changes,
                    const char   *today)
{
  static const CvnOperationClass classes[] = {
    { CVN_ACTION_ADD, "event", write_save, NULL, free_save },
    { CVN_ACTION_EDIT, "event", write_save, NULL, free_save },
    { CVN_ACTION_DELETE, "event", write_save, NULL, free_save },
    { CVN_ACTION_DUPLICATE, "event", write_save, NULL, free_save },
  };
  Save *self = g_new0 (Save, 1);
  guint place = 0;

  while (place + 1 < G_N_ELEMENTS (classes) && classes[place].action != cvn_change_set_get_action (changes))
    place++;
  self->changes = cvn_change_set_ref (changes);
  self->today = g_strdup (today);
  return cvn_operation_new (&classes[place], self, NULL);
}
