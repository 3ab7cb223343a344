/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-tasks"

#include "cvn-event-operations.h"

#include "cvn-operation-private.h"
#include "cvn-rows.h"
#include "cvn-ulid.h"

typedef struct
{
  CvnRecord *task; /* a new one, or NULL */
  char      *id;
  char      *done_on;
  int        by;
} Change;

static void
free_change (gpointer data)
{
  Change *self = data;

  g_clear_object (&self->task);
  g_free (self->id);
  g_free (self->done_on);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  CvnRecord *one = *(CvnRecord *const *) a;
  CvnRecord *other = *(CvnRecord *const *) b;
  gint64     order = cvn_record_get_integer (one, "position") - cvn_record_get_integer (other, "position");

  if (order == 0)
    order = cvn_record_get_seq (one) - cvn_record_get_seq (other);
  return (order > 0) - (order < 0);
}

/* The tasks of what a task is for, in their order; without an event, those of no event. */
static GPtrArray *
find_siblings (CvnReader *reader,
               CvnRecord *task,
               GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("task"));
  GPtrArray *tasks;

  if (cvn_record_has (task, "event"))
    cvn_query_add_text (query, "event", CVN_MATCH_EQUAL, cvn_record_get_text (task, "event"));
  else
    cvn_query_add (query, "event", CVN_MATCH_EMPTY, NULL);
  tasks = cvn_rows_list (reader, query, error);
  if (tasks != NULL && tasks->len > 1)
    g_ptr_array_sort (tasks, compare);
  return tasks;
}

static gboolean
write_add (CvnWriter    *writer,
           gconstpointer data,
           GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) task = cvn_record_copy (self->task);
  g_autoptr (GPtrArray) siblings = find_siblings (cvn_writer_get_reader (writer), task, error);

  if (siblings == NULL)
    return FALSE;
  cvn_record_set_integer (task, "position", siblings->len > 0 ? cvn_record_get_integer (siblings->pdata[siblings->len - 1], "position") + 1 : 1);
  return cvn_writer_put (writer, task, error);
}

/** cvn_task_add_new: (transfer full): adds a task after the others of what it is for; its id is that of the task. */
CvnOperation *
cvn_task_add_new (CvnRecord *task)
{
  static const CvnOperationClass klass = { CVN_ACTION_ADD, "task", write_add, NULL, free_change };
  Change                        *self = g_new0 (Change, 1);

  self->id = cvn_ulid_new ();
  self->task = cvn_record_copy (task);
  cvn_record_set_id (self->task, self->id);
  return cvn_operation_new (&klass, self, self->id);
}

/* Tasks that were never put in an order have one from now on. */
static gboolean
write_move (CvnWriter    *writer,
            gconstpointer data,
            GError      **error)
{
  const Change *self = data;
  CvnReader    *reader = cvn_writer_get_reader (writer);
  g_autoptr (CvnRecord) task = cvn_rows_get (reader, "task", self->id, error);
  g_autoptr (GPtrArray) siblings = task != NULL ? find_siblings (reader, task, error) : NULL;
  gpointer moved;
  int      from = 0;
  int      to;

  if (siblings == NULL)
    return FALSE;
  while (from < (int) siblings->len && g_strcmp0 (cvn_record_get_id (siblings->pdata[from]), self->id) != 0)
    from++;
  to = CLAMP (from + self->by, 0, (int) siblings->len - 1);
  if (to == from)
    return TRUE;
  moved = g_ptr_array_steal_index (siblings, (guint) from);
  g_ptr_array_insert (siblings, to, moved);
  for (guint i = 0; i < siblings->len; i++)
    {
      cvn_record_set_integer (siblings->pdata[i], "position", i + 1);
      if (!cvn_writer_put (writer, siblings->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/** cvn_task_move_new: (transfer full): moves a task so many places down its list, or up where @by is less than 0; at the end it stays. */
CvnOperation *
cvn_task_move_new (const char *task,
                   int         by)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "task", write_move, NULL, free_change };
  Change                        *self = g_new0 (Change, 1);

  self->id = g_strdup (task);
  self->by = by;
  return cvn_operation_new (&klass, self, task);
}

static gboolean
write_finish (CvnWriter    *writer,
              gconstpointer data,
              GError      **error)
{
  const Change *self = data;
  g_autoptr (CvnRecord) task = cvn_rows_get (cvn_writer_get_reader (writer), "task", self->id, error);

  if (task == NULL)
    return FALSE;
  cvn_record_set_text (task, "done_on", self->done_on);
  return cvn_writer_put (writer, task, error);
}

/** cvn_task_finish_new: (transfer full): marks a task as done on an ISO day, or as not done where @done_on is NULL. */
CvnOperation *
cvn_task_finish_new (const char *task,
                     const char *done_on)
{
  static const CvnOperationClass klass = { CVN_ACTION_EDIT, "task", write_finish, NULL, free_change };
  Change                        *self = g_new0 (Change, 1);

  self->id = g_strdup (task);
  self->done_on = g_strdup (done_on);
  return cvn_operation_new (&klass, self, task);
}
