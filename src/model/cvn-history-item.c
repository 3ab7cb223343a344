/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-history-item"

#include "cvn-history-item.h"

struct _CvnHistoryItem
{
  GObject parent_instance;

  gint64  no;
  char   *action;
  char   *actor;
  char   *time;
  GArray *lines; /* of CvnHistoryLine */
};

G_DEFINE_FINAL_TYPE (CvnHistoryItem, cvn_history_item, G_TYPE_OBJECT)

static void
clear_line (CvnHistoryLine *line)
{
  g_free (line->label);
  g_free (line->before);
  g_free (line->after);
}

static void
cvn_history_item_finalize (GObject *object)
{
  CvnHistoryItem *self = CVN_HISTORY_ITEM (object);

  g_free (self->action);
  g_free (self->actor);
  g_free (self->time);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (cvn_history_item_parent_class)->finalize (object);
}

static void
cvn_history_item_class_init (CvnHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_history_item_finalize;
}

static void
cvn_history_item_init (CvnHistoryItem *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (CvnHistoryLine));
  g_array_set_clear_func (self->lines, (GDestroyNotify) clear_line);
}

/**
 * cvn_history_item_new:
 * @no: number of the entry in the journal
 * @action: what was done, in words
 * @time: when, in the forms of the reader's language and clock
 *
 * Returns: (transfer full): an item without fields yet
 */
CvnHistoryItem *
cvn_history_item_new (gint64      no,
                      const char *action,
                      const char *actor,
                      const char *time)
{
  CvnHistoryItem *self = g_object_new (CVN_TYPE_HISTORY_ITEM, NULL);

  self->no = no;
  self->action = g_strdup (action);
  self->actor = g_strdup (actor);
  self->time = g_strdup (time);
  return self;
}

/** cvn_history_item_add_line: adds a field with what it was and became; NULL or "" for nothing. */
void
cvn_history_item_add_line (CvnHistoryItem *self,
                           const char     *label,
                           const char     *before,
                           const char     *after)
{
  CvnHistoryLine line = { g_strdup (label), NULL, NULL };

  if (before != NULL && *before != '\0')
    line.before = g_strdup (before);
  if (after != NULL && *after != '\0')
    line.after = g_strdup (after);
  g_array_append_val (self->lines, line);
}

/** cvn_history_item_get_no: the number of the entry in the journal. */
gint64
cvn_history_item_get_no (CvnHistoryItem *self)
{
  return self->no;
}

/** cvn_history_item_get_action: what was done, owned by the item. */
const char *
cvn_history_item_get_action (CvnHistoryItem *self)
{
  return self->action;
}

/** cvn_history_item_get_actor: who did it, owned by the item. */
const char *
cvn_history_item_get_actor (CvnHistoryItem *self)
{
  return self->actor;
}

/** cvn_history_item_get_time: when, owned by the item. */
const char *
cvn_history_item_get_time (CvnHistoryItem *self)
{
  return self->time;
}

/** cvn_history_item_get_n_lines: how many fields were changed. */
guint
cvn_history_item_get_n_lines (CvnHistoryItem *self)
{
  return self->lines->len;
}

/** cvn_history_item_get_line: the field at place @i, owned by the item. */
const CvnHistoryLine *
cvn_history_item_get_line (CvnHistoryItem *self,
                           guint           i)
{
  g_return_val_if_fail (i < self->lines->len, NULL);
  return &g_array_index (self->lines, CvnHistoryLine, i);
}
