/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-centre"

#include "cvn-centre-private.h"

#include "cvn-centre-facts.h"
#include "cvn-centre-state.h"
#include "cvn-code-name.h"

G_DEFINE_FINAL_TYPE (CvnCentre, cvn_centre, G_TYPE_OBJECT)

typedef enum {
  PROP_OPEN = 1,
  PROP_PATH,
  PROP_NAME,
  PROP_READ_ONLY,
  PROP_BUSY,
  PROP_CAN_UNDO,
  PROP_UNDO_LABEL,
  PROP_CAN_REDO,
  PROP_REDO_LABEL,
  PROP_YEAR,
  PROP_FIRST_YEAR,
  PROP_LAST_YEAR,
  PROP_TODAY,
} CvnCentreProperty;

static GParamSpec *properties[PROP_TODAY + 1];
static guint       changed_signal;
static guint       counted_signal;

static void
notify (CvnCentre        *self,
        CvnCentreProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Takes @text; notifies when it differs from what is there. */
static void
take_text (CvnCentre        *self,
           char            **place,
           char             *text,
           CvnCentreProperty property)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*place);
  *place = text;
  notify (self, property);
}

static void
set_number (CvnCentre        *self,
            int              *place,
            int               number,
            CvnCentreProperty property)
{
  if (*place == number)
    return;
  *place = number;
  notify (self, property);
}

/** cvn_centre_update_steps: for cvn-centre-write.c: says what can be undone and redone now. */
void
cvn_centre_update_steps (CvnCentre *self)
{
  take_text (self, &self->undo_label, cvn_centre_facts_dup_step (self->store, FALSE), PROP_UNDO_LABEL);
  take_text (self, &self->redo_label, cvn_centre_facts_dup_step (self->store, TRUE), PROP_REDO_LABEL);
  notify (self, PROP_CAN_UNDO);
  notify (self, PROP_CAN_REDO);
}

static void read_facts (CvnCentre *self);

static void
take_facts (CvnCentre      *self,
            CvnCentreFacts *facts)
{
  /* A file just opened shows a year that it knows something about. */
  int      year = self->fresh ? CLAMP (self->year, facts->first_year, facts->last_year) : self->year;
  gboolean counted = facts->counted && facts->year == year;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->fresh)
    cvn_centre_set_reader (self, facts->reader);
  take_text (self, &self->name, g_steal_pointer (&facts->name), PROP_NAME);
  set_number (self, &self->first_year, facts->first_year, PROP_FIRST_YEAR);
  set_number (self, &self->last_year, facts->last_year, PROP_LAST_YEAR);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_steal_pointer (&facts->names);
  if (counted)
    memcpy (self->n_open, facts->n_open, sizeof self->n_open);
  if (facts->viewed_on != NULL)
    take_text (self, &self->today, g_steal_pointer (&facts->viewed_on), PROP_TODAY);
  self->fresh = FALSE;
  set_number (self, &self->year, year, PROP_YEAR);
  g_object_thaw_notify (G_OBJECT (self));
  if (counted)
    g_signal_emit (self, counted_signal, 0);
  else if (facts->counted)
    read_facts (self); /* what was counted is of another year than the one that is shown now */
}

static void
facts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (CvnCentre) self = data;
  g_autoptr (CvnCentreFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  facts = cvn_store_read_finish (CVN_STORE (source), result, &error);
  if (CVN_STORE (source) != self->store)
    return;
  if (facts != NULL)
    take_facts (self, facts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The name and the years could not be read: %s", error->message);
}

static void
read_facts (CvnCentre *self)
{
  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  cvn_store_read_async (self->store, cvn_centre_facts_read, cvn_centre_question_new (self->year, self->today, self->counts),
                        (GDestroyNotify) cvn_centre_question_free, (GDestroyNotify) cvn_centre_facts_free,
                        self->reading, facts_read_cb, g_object_ref (self));
}

/** cvn_centre_recount: for the centre itself: what wants attention may be otherwise than it was, though no record changed. */
void
cvn_centre_recount (CvnCentre *self)
{
  CvnKindSet all = { 0 };

  for (guint i = 0; i < cvn_n_kinds; i++)
    cvn_kind_set_add (&all, cvn_kinds[i]);
  read_facts (self);
  g_signal_emit (self, changed_signal, 0, &all, NULL);
}

static void
store_changed_cb (CvnStore              *store,
                  const CvnChangeNotice *notice,
                  CvnCentre             *self)
{
  g_auto (GStrv) ids = NULL;

  if (notice->ids != NULL)
    {
      ids = g_new0 (char *, notice->ids->len + 1);
      for (guint i = 0; i < notice->ids->len; i++)
        ids[i] = g_strdup (g_ptr_array_index (notice->ids, i));
    }
  cvn_centre_update_steps (self);
  read_facts (self);
  g_signal_emit (self, changed_signal, 0, &notice->kinds, ids);
}

static void
cvn_centre_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CvnCentre *self = CVN_CENTRE (object);

  switch ((CvnCentreProperty) id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, self->store != NULL);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->store != NULL ? cvn_store_get_path (self->store) : NULL);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, cvn_centre_is_read_only (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->n_writes > 0);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL && !cvn_centre_is_read_only (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL && !cvn_centre_is_read_only (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;
    case PROP_FIRST_YEAR:
      g_value_set_int (value, self->first_year);
      break;
    case PROP_LAST_YEAR:
      g_value_set_int (value, self->last_year);
      break;
    case PROP_TODAY:
      g_value_set_string (value, self->today);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cvn_centre_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  if (id == PROP_YEAR)
    cvn_centre_set_year (CVN_CENTRE (object), g_value_get_int (value));
  else if (id == PROP_TODAY)
    cvn_centre_set_today (CVN_CENTRE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
cvn_centre_dispose (GObject *object)
{
  cvn_centre_close (CVN_CENTRE (object));
  G_OBJECT_CLASS (cvn_centre_parent_class)->dispose (object);
}

static void
cvn_centre_finalize (GObject *object)
{
  CvnCentre *self = CVN_CENTRE (object);

  g_free (self->name);
  g_free (self->today);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_clear_pointer (&self->names, g_hash_table_unref);
  G_OBJECT_CLASS (cvn_centre_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, readable);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, readable);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, 9999, 0, writable);
  properties[PROP_FIRST_YEAR] = g_param_spec_int ("first-year", NULL, NULL, 0, 9999, 0, readable);
  properties[PROP_LAST_YEAR] = g_param_spec_int ("last-year", NULL, NULL, 0, 9999, 0, readable);
  properties[PROP_TODAY] = g_param_spec_string ("today", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
cvn_centre_class_init (CvnCentreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cvn_centre_get_property;
  object_class->set_property = cvn_centre_set_property;
  object_class->dispose = cvn_centre_dispose;
  object_class->finalize = cvn_centre_finalize;
  install_properties (object_class);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, CVN_TYPE_KIND_SET | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_STRV);
  counted_signal = g_signal_new ("matters-counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
cvn_centre_init (CvnCentre *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->today = g_date_time_format (now, "%F");
  self->year = g_date_time_get_year (now);
  self->first_year = self->year;
  self->last_year = self->year;
}

/** cvn_centre_new: a centre with no file yet, with today and this year of the clock. */
CvnCentre *
cvn_centre_new (void)
{
  return g_object_new (CVN_TYPE_CENTRE, NULL);
}

static void
notify_file (CvnCentre *self)
{
  notify (self, PROP_PATH);
  notify (self, PROP_READ_ONLY);
  cvn_centre_update_steps (self);
  notify (self, PROP_OPEN);
}

/* Lets go of the file without a word. */
static void
drop_store (CvnCentre *self)
{
  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_signal_handler (&self->changed_id, self->store);
  if (self->sync != NULL)
    cvn_sync_stop (self->sync);
  g_clear_object (&self->sync);
  self->reader = FALSE;
  cvn_store_close (self->store);
  g_clear_object (&self->store);
}

static void
take_store (CvnCentre *self,
            CvnStore  *store)
{
  drop_store (self);
  self->store = store;
  self->changed_id = g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  self->fresh = TRUE;
  if (!cvn_store_is_read_only (store))
    {
      self->sync = cvn_sync_new (store);
      cvn_centre_follow_sync (self);
    }
  notify_file (self);
}

/** cvn_centre_take_store: shows @store, transfer full, instead of what is open. */
void
cvn_centre_take_store (CvnCentre *self,
                       CvnStore  *store)
{
  g_return_if_fail (CVN_IS_CENTRE (self) && store != NULL);
  g_object_freeze_notify (G_OBJECT (self));
  take_store (self, store);
  read_facts (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* The pages hear of a file when its year and its day are known, so that they work out their figures once. */
static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (CvnCentreFacts) facts = cvn_store_read_finish (CVN_STORE (source), result, NULL);
  CvnCentre *self = g_task_get_source_object (task);

  g_object_freeze_notify (G_OBJECT (self));
  take_store (self, g_object_ref (CVN_STORE (source)));
  if (facts != NULL)
    take_facts (self, facts);
  else
    read_facts (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_task_return_boolean (task, TRUE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (CvnStore) store = cvn_store_open_finish (result, &error);
  CvnCentre *self = g_task_get_source_object (task);

  if (store == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  cvn_store_read_async (store, cvn_centre_facts_read, cvn_centre_question_new (self->year, self->today, self->counts),
                        (GDestroyNotify) cvn_centre_question_free, (GDestroyNotify) cvn_centre_facts_free,
                        NULL, known_cb, g_steal_pointer (&task));
}

/**
 * cvn_centre_open_async:
 * @path: the file
 * @create: whether to make it if there is none
 *
 * Opens @path instead of what is open. On failure the file that is open stays open.
 */
void
cvn_centre_open_async (CvnCentre          *self,
                       const char         *path,
                       gboolean            create,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (CVN_IS_CENTRE (self) && path != NULL);
  g_task_set_source_tag (task, cvn_centre_open_async);
  cvn_store_open_async (path, create ? CVN_STORE_CREATE : 0, g_get_user_name (), cancellable, opened_cb, task);
}

/** cvn_centre_open_finish: whether the file is open now. */
gboolean
cvn_centre_open_finish (CvnCentre    *self,
                        GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** cvn_centre_close: closes the file; what was written is on the disk already. */
void
cvn_centre_close (CvnCentre *self)
{
  g_return_if_fail (CVN_IS_CENTRE (self));
  if (self->store == NULL)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  drop_store (self);
  take_text (self, &self->name, NULL, PROP_NAME);
  notify_file (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/** cvn_centre_get_sync: (nullable): what exchanges with the server, for models only; NULL while no file is open that can be written to. */
CvnSync *
cvn_centre_get_sync (CvnCentre *self)
{
  return self->sync;
}

/** cvn_centre_get_store: the file, for models only; owned by the centre; NULL when none is open. */
CvnStore *
cvn_centre_get_store (CvnCentre *self)
{
  return self->store;
}

/** cvn_centre_is_open: whether a file is open. */
gboolean
cvn_centre_is_open (CvnCentre *self)
{
  return self->store != NULL;
}

/** cvn_centre_get_year: the year in focus. */
int
cvn_centre_get_year (CvnCentre *self)
{
  return self->year;
}

/** cvn_centre_set_year: moves the focus to @year, 1 to 9999. */
void
cvn_centre_set_year (CvnCentre *self,
                     int        year)
{
  g_return_if_fail (year > 0 && year <= 9999);
  /* A year that was asked for stays, also when the file's years are known only later. */
  self->fresh = FALSE;
  if (self->year == year)
    return;
  set_number (self, &self->year, year, PROP_YEAR);
  read_facts (self);
}

/** cvn_centre_get_today: the day that deadlines are counted from, ISO, owned by the centre. */
const char *
cvn_centre_get_today (CvnCentre *self)
{
  return self->today;
}

/** cvn_centre_set_today: counts deadlines from the day @iso; for tests and after midnight. */
void
cvn_centre_set_today (CvnCentre  *self,
                      const char *iso)
{
  g_return_if_fail (iso != NULL);
  take_text (self, &self->today, g_strdup (iso), PROP_TODAY);
}

/** cvn_centre_count_matters: counts from now on what wants attention: not before a window has shown itself, which must not wait for it. */
void
cvn_centre_count_matters (CvnCentre *self)
{
  g_return_if_fail (CVN_IS_CENTRE (self));
  if (self->counts)
    return;
  self->counts = TRUE;
  read_facts (self);
}

/**
 * cvn_centre_list_names:
 * @field: a choice that is named by records of another kind
 *
 * Returns: (transfer full) (element-type CvnCodeName): its values in their order, as they were when the file was last read
 */
GPtrArray *
cvn_centre_list_names (CvnCentre      *self,
                       const CvnField *field)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *names = self->names != NULL ? g_hash_table_lookup (self->names, field->named_by) : NULL;

  return names != NULL ? g_ptr_array_ref (names) : cvn_code_names_new (field, none);
}

/** cvn_centre_get_n_open: how many matters of the kinds of @area want attention in the year in focus; 0 before they are counted. */
guint
cvn_centre_get_n_open (CvnCentre *self,
                       CvnArea    area)
{
  g_return_val_if_fail (area < G_N_ELEMENTS (self->n_open), 0);
  return self->n_open[area];
}

/** cvn_centre_count_write: a write begins (@by 1) or has ended (@by -1): "busy" follows. */
void
cvn_centre_count_write (CvnCentre *self,
                        int        by)
{
  self->n_writes += (guint) by;
  if (self->n_writes == (by > 0 ? 1 : 0))
    notify (self, PROP_BUSY);
}
