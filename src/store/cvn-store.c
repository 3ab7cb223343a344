/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-store"

#include "cvn-store-private.h"

#include "cvn-error.h"
#include "cvn-file.h"
#include "cvn-lock.h"

#include <glib/gi18n-lib.h>

/*
 * One file, one writer's thread, a few readers' threads. Whoever owns a store closes it with cvn_store_close(); dropping the
 * last reference without that lets the threads end by themselves.
 */

G_DEFINE_FINAL_TYPE (CvnStore, cvn_store, G_TYPE_OBJECT)

typedef enum {
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_BUSY,
  PROP_READ_ONLY,
} CvnStoreProperty;

static GParamSpec *properties[PROP_READ_ONLY + 1];

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
cvn_store_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CvnStore *self = CVN_STORE (object);

  switch ((CvnStoreProperty) property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, cvn_store_get_undo (self, NULL, NULL, NULL));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, cvn_store_get_redo (self, NULL, NULL, NULL));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, cvn_store_is_busy (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
cvn_store_finalize (GObject *object)
{
  CvnStore *self = CVN_STORE (object);

  g_clear_pointer (&self->writer, cvn_worker_abandon);
  g_clear_pointer (&self->readers, cvn_worker_abandon);
  cvn_lock_release (self->lock);
  cvn_undo_top_clear (&self->undo);
  cvn_undo_top_clear (&self->redo);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self->path);
  if (self->copy_folder != NULL)
    cvn_file_remove_copy (self->copy_folder);
  g_free (self->copy_folder);
  g_free (self->read_path);
  g_free (self->actor);

  G_OBJECT_CLASS (cvn_store_parent_class)->finalize (object);
}

static void
cvn_store_class_init (CvnStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cvn_store_get_property;
  object_class->finalize = cvn_store_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* changed: a CvnChangeNotice, good for the length of the call; in the context that opened the store. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
cvn_store_init (CvnStore *self)
{
  self->lock = -1;
  g_mutex_init (&self->mutex);
}

/** cvn_store_load_state: looks up the last change and what can be undone, after opening and after each write. */
gboolean
cvn_store_load_state (CvnStore *self,
                      CvnDb    *db,
                      GError  **error)
{
  gint64 last_no = 0;
  g_auto (CvnUndoTop) undo = { 0 };
  g_auto (CvnUndoTop) redo = { 0 };
  CvnUndoTop old_undo;
  CvnUndoTop old_redo;

  if (!cvn_db_get_integer (db, "SELECT ifnull (max (no), 0) FROM journal", &last_no, error) ||
      !cvn_undo_peek (db, FALSE, &undo, error) || !cvn_undo_peek (db, TRUE, &redo, error))
    return FALSE;
  g_mutex_lock (&self->mutex);
  old_undo = self->undo;
  old_redo = self->redo;
  self->last_no = last_no;
  self->undo = undo;
  self->redo = redo;
  undo = old_undo;
  redo = old_redo;
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

/* A notice on its way to the context of the store, which may be gone when it comes. */
typedef struct
{
  GWeakRef         store;
  CvnChangeNotice *notice; /* NULL: only the properties changed */
} Delivery;

static void
free_notice (CvnChangeNotice *notice)
{
  if (notice == NULL)
    return;
  g_clear_pointer (&notice->ids, g_ptr_array_unref);
  g_free ((char *) (guintptr) notice->subject);
  g_free (notice);
}

static void
free_delivery (gpointer data)
{
  Delivery *delivery = data;

  g_weak_ref_clear (&delivery->store);
  free_notice (delivery->notice);
  g_free (delivery);
}

static void
tell (CvnStore        *self,
      CvnStoreProperty property,
      gboolean        *told,
      gboolean         now)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
tell_properties (CvnStore *self)
{
  tell (self, PROP_CAN_UNDO, &self->told_can_undo, cvn_store_get_undo (self, NULL, NULL, NULL));
  tell (self, PROP_CAN_REDO, &self->told_can_redo, cvn_store_get_redo (self, NULL, NULL, NULL));
  tell (self, PROP_BUSY, &self->told_busy, cvn_store_is_busy (self));
}

static gboolean
deliver (gpointer data)
{
  Delivery *delivery = data;
  g_autoptr (CvnStore) self = g_weak_ref_get (&delivery->store);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (delivery->notice != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, delivery->notice);
  tell_properties (self);
  return G_SOURCE_REMOVE;
}

/** cvn_store_queue_notice: has @notice (transfer full, NULL for the properties alone) told in the store's context; any thread. */
void
cvn_store_queue_notice (CvnStore        *self,
                        CvnChangeNotice *notice)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Delivery *delivery = g_new0 (Delivery, 1);

  g_weak_ref_init (&delivery->store, self);
  delivery->notice = notice;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "cvn-store changed");
  g_source_set_callback (source, deliver, delivery, free_delivery);
  g_source_attach (source, self->context);
}

/**
 * cvn_store_close:
 *
 * Finishes what is being written, moves the log into the file and ends the threads. What is asked of the store afterwards
 * fails. May be called twice; not from a callback on one of the store's threads.
 */
void
cvn_store_close (CvnStore *self)
{
  g_return_if_fail (CVN_IS_STORE (self));

  g_clear_pointer (&self->readers, cvn_worker_stop);
  g_clear_pointer (&self->writer, cvn_worker_stop);
  cvn_lock_release (g_steal_fd (&self->lock));
}

/** cvn_store_set_closed_error: says that the store was closed, or is open for reading only. */
void
cvn_store_set_closed_error (GError **error)
{
  g_set_error_literal (error, CVN_ERROR, CVN_ERROR_READ_ONLY, _("The centre is open for reading only."));
}

/** cvn_store_get_path: the absolute path of the file. */
const char *
cvn_store_get_path (CvnStore *self)
{
  return self->path;
}

/** cvn_store_is_read_only: whether nothing can be written: another process does, or the file or its medium is protected. */
gboolean
cvn_store_is_read_only (CvnStore *self)
{
  return self->read_only;
}

/** cvn_store_is_taken: whether it is read-only because another process writes to the file, and not because the file is protected. */
gboolean
cvn_store_is_taken (CvnStore *self)
{
  return self->taken;
}

/** cvn_store_get_last_no: the number of the last change, 0 before the first; any thread. */
gint64
cvn_store_get_last_no (CvnStore *self)
{
  gint64 last_no;

  g_mutex_lock (&self->mutex);
  last_no = self->last_no;
  g_mutex_unlock (&self->mutex);
  return last_no;
}

/** cvn_store_is_busy: whether something is being written or waits to be; any thread. */
gboolean
cvn_store_is_busy (CvnStore *self)
{
  gboolean busy;

  g_mutex_lock (&self->mutex);
  busy = self->n_writing > 0;
  g_mutex_unlock (&self->mutex);
  return busy;
}

static gboolean
get_top (CvnStore         *self,
         const CvnUndoTop *top,
         CvnAction        *action,
         const CvnKind   **kind,
         char            **subject)
{
  gboolean found;

  g_mutex_lock (&self->mutex);
  found = top->journal_no != 0 && !self->read_only;
  if (action != NULL)
    *action = top->action;
  if (kind != NULL)
    *kind = top->kind;
  if (subject != NULL)
    *subject = g_strdup (top->subject);
  g_mutex_unlock (&self->mutex);
  return found;
}

/** cvn_store_get_undo: what undo would undo; FALSE when there is nothing. Each out may be NULL; any thread. */
gboolean
cvn_store_get_undo (CvnStore       *self,
                    CvnAction      *action,
                    const CvnKind **kind,
                    char          **subject)
{
  return get_top (self, &self->undo, action, kind, subject);
}

/** cvn_store_get_redo: what redo would do again; FALSE when there is nothing. Each out may be NULL; any thread. */
gboolean
cvn_store_get_redo (CvnStore       *self,
                    CvnAction      *action,
                    const CvnKind **kind,
                    char          **subject)
{
  return get_top (self, &self->redo, action, kind, subject);
}
