/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "cvn-draft"

#include "cvn-draft.h"

#include "cvn-error.h"
#include "cvn-record-page.h"
#include "cvn-record.h"

struct _CvnDraft
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnAction     action;
  CvnRecord    *before; /* as it is stored; NULL for a new one */
  CvnRecord    *record; /* as the form has it, with the values that are right */
  CvnRecord    *saving; /* what is being written, or NULL */
  char        **texts;  /* per field: what was typed, where it is wrong; else NULL */
  char        **errors; /* per field: what is expected, or NULL */
  char        **titles; /* per field: what the record referred to is called, or NULL */
  gboolean      again;  /* more was typed while it was being written */
  GCancellable *cancellable;
};

typedef enum {
  PROP_IS_NEW = 1,
  PROP_DIRTY,
  PROP_SAVING,
  PROP_SEQ,
  PROP_TITLE,
} CvnDraftProperty;

typedef enum {
  FIELD_CHANGED,
  SAVED,
  FAILED,
  GONE,
  N_SIGNALS,
} CvnDraftSignal;

static GParamSpec *properties[PROP_TITLE + 1];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnDraft, cvn_draft, G_TYPE_OBJECT)

static void
cvn_draft_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CvnDraft *self = CVN_DRAFT (object);

  switch ((CvnDraftProperty) id)
    {
    case PROP_IS_NEW:
      g_value_set_boolean (value, cvn_draft_is_new (self));
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, cvn_draft_is_dirty (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving != NULL);
      break;
    case PROP_SEQ:
      g_value_set_int64 (value, self->before != NULL ? cvn_record_get_seq (self->before) : 0);
      break;
    case PROP_TITLE:
      g_value_take_string (value, cvn_draft_dup_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
notify_all (CvnDraft *self)
{
  for (guint i = PROP_IS_NEW; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
set_error (CvnDraft   *self,
           guint       field,
           const char *message)
{
  g_free (self->errors[field]);
  self->errors[field] = g_strdup (message);
}

static void
set_title (CvnDraft   *self,
           guint       field,
           const char *title)
{
  g_free (self->titles[field]);
  self->titles[field] = g_strdup (title);
}

static void
cvn_draft_dispose (GObject *object)
{
  CvnDraft *self = CVN_DRAFT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->centre);

  G_OBJECT_CLASS (cvn_draft_parent_class)->dispose (object);
}

static void
free_texts (char **texts,
            guint  n)
{
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
cvn_draft_finalize (GObject *object)
{
  CvnDraft *self = CVN_DRAFT (object);
  guint     n = cvn_draft_get_kind (self)->n_fields;

  free_texts (self->texts, n);
  free_texts (self->errors, n);
  free_texts (self->titles, n);
  g_clear_object (&self->before);
  g_clear_object (&self->record);
  g_clear_object (&self->saving);

  G_OBJECT_CLASS (cvn_draft_parent_class)->finalize (object);
}

static void
cvn_draft_class_init (CvnDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cvn_draft_get_property;
  object_class->dispose = cvn_draft_dispose;
  object_class->finalize = cvn_draft_finalize;

  properties[PROP_IS_NEW] = g_param_spec_boolean ("is-new", NULL, NULL, TRUE, flags);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, flags);
  properties[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  properties[PROP_SEQ] = g_param_spec_int64 ("seq", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FIELD_CHANGED] = g_signal_new ("field-changed", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SAVED] = g_signal_new ("saved", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GONE] = g_signal_new ("gone", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_draft_init (CvnDraft *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
field_changed (CvnDraft *self,
               guint     field)
{
  g_signal_emit (self, signals[FIELD_CHANGED], 0, field);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
  if ((cvn_draft_get_kind (self)->fields[field].flags & CVN_FIELD_TITLE) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* What the file holds now becomes the ground; what was typed since, right or wrong, stays. */
static void
take_stored (CvnDraft  *self,
             CvnRecord *stored,
             char     **titles)
{
  g_autoptr (CvnRecord) old = g_steal_pointer (&self->before);
  const CvnKind *kind = cvn_draft_get_kind (self);

  self->before = g_object_ref (stored);
  cvn_record_set_id (self->record, cvn_record_get_id (stored));
  cvn_record_set_seq (self->record, cvn_record_get_seq (stored));
  cvn_record_set_extra (self->record, cvn_record_get_extra (stored));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue *mine = cvn_record_get_value (self->record, i);
      const CvnValue *now = cvn_record_get_value (stored, i);

      if (self->texts[i] != NULL || cvn_value_equal (mine, now) || (old != NULL && !cvn_value_equal (mine, cvn_record_get_value (old, i))))
        continue;
      cvn_record_set_value (self->record, i, now);
      set_title (self, i, titles != NULL ? titles[i] : NULL);
      field_changed (self, i);
    }
  notify_all (self);
}

static void
reread_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnDraft) self = data;
  g_autoptr (CvnRecordPage) page = NULL;
  CvnRecord *record;

  if (self->centre == NULL)
    return;
  page = cvn_record_page_read_finish (self->centre, result, NULL);
  if (page == NULL || self->saving != NULL)
    return;
  record = g_ptr_array_index (page->records, 0);
  if (record != NULL)
    take_stored (self, record, g_ptr_array_index (page->fields, 0));
  else
    g_signal_emit (self, signals[GONE], 0);
}

static void
reread (CvnDraft *self)
{
  if (!cvn_centre_is_open (self->centre)) /* closed while the last change was being written */
    return;
  cvn_record_page_read_one_async (self->centre, cvn_draft_get_kind (self), cvn_record_get_id (self->before),
                                  self->cancellable, reread_cb, g_object_ref (self));
}

static void
centre_changed_cb (CvnDraft *self,
                   guint64   kinds,
                   GStrv     ids)
{
  if (self->before == NULL || (kinds & (G_GUINT64_CONSTANT (1) << cvn_kind_get_index (cvn_draft_get_kind (self)))) == 0)
    return;
  if (ids == NULL || g_strv_contains ((const char *const *) ids, cvn_record_get_id (self->before)))
    reread (self);
}

static CvnDraft *
create (CvnCentre     *centre,
        const CvnKind *kind,
        CvnAction      action)
{
  CvnDraft *self = g_object_new (CVN_TYPE_DRAFT, NULL);

  self->centre = g_object_ref (centre);
  self->action = action;
  self->record = cvn_record_new (kind);
  self->texts = g_new0 (char *, kind->n_fields);
  self->errors = g_new0 (char *, kind->n_fields);
  self->titles = g_new0 (char *, kind->n_fields);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_draft_new: (transfer full): a new record, saved for the first time once everything required is filled in. */
CvnDraft *
cvn_draft_new (CvnCentre     *centre,
               const CvnKind *kind,
               CvnAction      action)
{
  return create (centre, kind, action);
}

/**
 * cvn_draft_load:
 * @record: the record as it is stored
 * @title: what it is called
 * @titles: (nullable): per field what the record referred to is called, as CvnRecordPage gives them
 *
 * Returns: (transfer full): a draft to edit @record in
 */
CvnDraft *
cvn_draft_load (CvnCentre         *centre,
                CvnRecord         *record,
                const char        *title,
                const char *const *titles)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  CvnDraft      *self = create (centre, kind, CVN_ACTION_EDIT);

  g_clear_object (&self->record);
  self->record = cvn_record_copy (record);
  self->before = cvn_record_copy (record);
  for (guint i = 0; titles != NULL && i < kind->n_fields; i++)
    set_title (self, i, titles[i]);
  return self;
}

/** cvn_draft_get_kind: the description of what is edited. */
const CvnKind *
cvn_draft_get_kind (CvnDraft *self)
{
  return cvn_record_get_kind (self->record);
}

/** cvn_draft_get_record: the record with all values that are right, owned by the draft. */
CvnRecord *
cvn_draft_get_record (CvnDraft *self)
{
  return self->record;
}

/** cvn_draft_is_new: whether it was never saved. */
gboolean
cvn_draft_is_new (CvnDraft *self)
{
  return self->before == NULL;
}

/** cvn_draft_is_dirty: whether something is not saved yet, be it because it is wrong. */
gboolean
cvn_draft_is_dirty (CvnDraft *self)
{
  for (guint i = 0; i < cvn_draft_get_kind (self)->n_fields; i++)
    if (self->texts[i] != NULL ||
        (self->before != NULL ? !cvn_value_equal (cvn_record_get_value (self->record, i), cvn_record_get_value (self->before, i))
                              : !cvn_value_is_none (cvn_record_get_value (self->record, i))))
      return TRUE;
  return FALSE;
}

/** cvn_draft_is_complete: whether everything required is filled in, so that it can be saved. */
gboolean
cvn_draft_is_complete (CvnDraft *self)
{
  const CvnKind *kind = cvn_draft_get_kind (self);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CVN_FIELD_REQUIRED) != 0 && cvn_value_is_none (cvn_record_get_value (self->record, i)))
      return FALSE;
  return TRUE;
}

/* Of two twins the one in the reader's language if it is filled in. */
static guint
pick_twin (CvnDraft *self,
           guint     field)
{
  const CvnKind  *kind = cvn_draft_get_kind (self);
  const CvnField *description = &kind->fields[field];
  gboolean        wanted = cvn_field_is_english (description) == (cvn_interface_language () == CVN_LANGUAGE_EN);

  if (description->twin == NULL || (wanted && cvn_record_has (self->record, description->name)) || !cvn_record_has (self->record, description->twin))
    return field;
  return (guint) cvn_kind_find_field (kind, description->twin);
}

/** cvn_draft_dup_title: (transfer full): what the record is called as it stands in the form; "" when nothing is filled in. */
char *
cvn_draft_dup_title (CvnDraft *self)
{
  const CvnKind *kind = cvn_draft_get_kind (self);
  GString       *title = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if ((kind->fields[i].flags & CVN_FIELD_TITLE) == 0)
        continue;
      text = self->texts[i] == NULL ? cvn_draft_dup_text (self, pick_twin (self, i)) : g_strdup ("");
      if (*text == '\0')
        continue;
      if (title->len > 0)
        g_string_append (title, " · ");
      g_string_append (title, text);
    }
  return g_string_free (title, FALSE);
}

static gboolean
refuse (CvnDraft   *self,
        guint       field,
        const char *text,
        GError     *error)
{
  g_free (self->texts[field]);
  self->texts[field] = g_strdup (text);
  set_error (self, field, error->message);
  field_changed (self, field);
  return FALSE;
}

static gboolean
accept (CvnDraft       *self,
        guint           field,
        const CvnValue *value)
{
  g_clear_pointer (&self->texts[field], g_free);
  g_clear_pointer (&self->errors[field], g_free);
  cvn_record_set_value (self->record, field, value);
  field_changed (self, field);
  return TRUE;
}

/**
 * cvn_draft_set_text:
 * @text: what was typed
 *
 * Takes over what was typed, or keeps it beside a sentence that says what is expected.
 *
 * Returns: whether it is right
 */
gboolean
cvn_draft_set_text (CvnDraft   *self,
                    guint       field,
                    const char *text)
{
  const CvnField *description = &cvn_draft_get_kind (self)->fields[field];
  g_auto (CvnValue) value = CVN_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!cvn_field_parse (description, text, cvn_interface_language (), &value, &error) || !cvn_field_check (description, &value, &error))
    return refuse (self, field, text, error);
  return accept (self, field, &value);
}

/** cvn_draft_set_value: as cvn_draft_set_text(), for rows that give a value: switches, lists of choices. */
gboolean
cvn_draft_set_value (CvnDraft       *self,
                     guint           field,
                     const CvnValue *value)
{
  g_autoptr (GError) error = NULL;

  if (!cvn_field_check (&cvn_draft_get_kind (self)->fields[field], value, &error))
    return refuse (self, field, "", error);
  return accept (self, field, value);
}

/** cvn_draft_set_reference: refers to the record @id, called @title; NULL for none. */
gboolean
cvn_draft_set_reference (CvnDraft   *self,
                         guint       field,
                         const char *id,
                         const char *title)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  cvn_value_set_text (&value, id);
  set_title (self, field, title);
  return cvn_draft_set_value (self, field, &value);
}

/** cvn_draft_dup_text: (transfer full): what the row of @field shows: what was typed, or the value in words. */
char *
cvn_draft_dup_text (CvnDraft *self,
                    guint     field)
{
  const CvnField *description = &cvn_draft_get_kind (self)->fields[field];

  if (self->texts[field] != NULL)
    return g_strdup (self->texts[field]);
  if (description->type == CVN_FIELD_REFERENCE && self->titles[field] != NULL)
    return g_strdup (self->titles[field]);
  return cvn_field_format (description, cvn_record_get_value (self->record, field), cvn_interface_language ());
}

/** cvn_draft_get_error: the sentence that says what is expected in @field, or NULL. Owned by the draft. */
const char *
cvn_draft_get_error (CvnDraft *self,
                     guint     field)
{
  return self->errors[field];
}

static void
report (CvnDraft     *self,
        const GError *error)
{
  const char *name = cvn_error_get_field (error);
  int         field = name != NULL ? cvn_kind_find_field (cvn_draft_get_kind (self), name) : -1;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (field < 0)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  set_error (self, (guint) field, error->message);
  field_changed (self, (guint) field);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CvnDraft) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecord) written = g_steal_pointer (&self->saving);
  gint64 no;

  if (self->centre == NULL)
    return;
  no = cvn_centre_finish (self->centre, result, &error);
  if (no < 0)
    report (self, error);
  else
    take_stored (self, written, NULL); /* the names come when it is read again */
  notify_all (self);
  if (no > 0)
    {
      self->action = CVN_ACTION_EDIT;
      reread (self); /* the store has given a new record its place */
      g_signal_emit (self, signals[SAVED], 0, no);
    }
  if (self->again)
    {
      self->again = FALSE;
      cvn_draft_save (self);
    }
}

/**
 * cvn_draft_save:
 *
 * Saves what is right and differs from what is stored, as one change. Fields that are wrong stay as they
 * were typed. A new record waits until everything required is there. "saved" or "failed" follows.
 */
void
cvn_draft_save (CvnDraft *self)
{
  g_autoptr (CvnChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (self->saving != NULL)
    {
      self->again = TRUE;
      return;
    }
  if (self->before != NULL ? cvn_record_equal (self->before, self->record) : !cvn_draft_is_complete (self))
    return;
  if (!cvn_record_check (self->record, &error))
    {
      report (self, error);
      return;
    }
  title = cvn_draft_dup_title (self);
  changes = cvn_change_set_new (self->action, cvn_draft_get_kind (self), title);
  if (self->before != NULL)
    cvn_change_set_edit (changes, self->before, self->record);
  else
    cvn_change_set_add (changes, self->record);
  self->saving = cvn_record_copy (self->record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
  cvn_centre_apply_async (self->centre, changes, NULL, saved_cb, g_object_ref (self));
}

/** cvn_draft_revert: lets go of everything that is not saved. */
void
cvn_draft_revert (CvnDraft *self)
{
  const CvnKind *kind = cvn_draft_get_kind (self);
  g_auto (CvnValue) none = CVN_VALUE_INIT;

  for (guint i = 0; i < kind->n_fields; i++)
    accept (self, i, self->before != NULL ? cvn_record_get_value (self->before, i) : &none);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnDraft) self = data;
  g_autoptr (GError) error = NULL;
  gint64 no;

  if (self->centre == NULL)
    return;
  no = cvn_centre_finish (self->centre, result, &error);
  if (no < 0)
    report (self, error);
  else
    g_signal_emit (self, signals[SAVED], 0, no);
}

/** cvn_draft_delete: deletes the record, which can be undone. "saved" and "gone", or "failed", follow. */
void
cvn_draft_delete (CvnDraft *self)
{
  g_autoptr (CvnChangeSet) changes = NULL;
  g_autofree char *title = cvn_draft_dup_title (self);

  if (self->before == NULL)
    return;
  changes = cvn_change_set_new (CVN_ACTION_DELETE, cvn_draft_get_kind (self), title);
  cvn_change_set_delete (changes, self->before);
  cvn_centre_apply_async (self->centre, changes, NULL, deleted_cb, g_object_ref (self));
}
