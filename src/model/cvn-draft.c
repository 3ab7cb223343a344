/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "cvn-draft"

#include "cvn-draft.h"

#include "cvn-draft-private.h"
#include "cvn-error.h"
#include "cvn-record-page.h"
#include "cvn-record.h"

#include <glib/gi18n-lib.h>

typedef enum {
  PROP_IS_NEW = 1,
  PROP_DIRTY,
  PROP_SAVING,
  PROP_SEQ,
  PROP_TITLE,
} CvnDraftProperty;

static GParamSpec *properties[PROP_TITLE + 1];
guint              cvn_draft_signals[CVN_DRAFT_N_SIGNALS];

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

/** cvn_draft_notify_all: for the draft itself: whatever has changed. */
void
cvn_draft_notify_all (CvnDraft *self)
{
  for (guint i = PROP_IS_NEW; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/** cvn_draft_set_error: for the draft itself: what is expected in @field, or NULL. */
void
cvn_draft_set_error (CvnDraft   *self,
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

  cvn_draft_signals[CVN_DRAFT_FIELD_CHANGED] = g_signal_new ("field-changed", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  cvn_draft_signals[CVN_DRAFT_SAVED] = g_signal_new ("saved", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  cvn_draft_signals[CVN_DRAFT_FAILED] = g_signal_new ("failed", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  cvn_draft_signals[CVN_DRAFT_GONE] = g_signal_new ("gone", CVN_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_draft_init (CvnDraft *self)
{
  self->cancellable = g_cancellable_new ();
}

/** cvn_draft_field_changed: for the draft itself: tells that @field shows something else. */
void
cvn_draft_field_changed (CvnDraft *self,
                         guint     field)
{
  g_signal_emit (self, cvn_draft_signals[CVN_DRAFT_FIELD_CHANGED], 0, field);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRTY]);
  if ((cvn_draft_get_kind (self)->fields[field].flags & CVN_FIELD_TITLE) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* What the file holds now becomes the ground; what was typed since, right or wrong, stays. */
void
cvn_draft_take_stored (CvnDraft  *self,
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
      cvn_draft_field_changed (self, i);
    }
  cvn_draft_notify_all (self);
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
    cvn_draft_take_stored (self, record, g_ptr_array_index (page->fields, 0));
  else
    g_signal_emit (self, cvn_draft_signals[CVN_DRAFT_GONE], 0);
}

/** cvn_draft_reread: for the draft itself: looks how the record is stored now. */
void
cvn_draft_reread (CvnDraft *self)
{
  if (!cvn_centre_is_open (self->centre)) /* closed while the last change was being written */
    return;
  cvn_record_page_read_one_async (self->centre, cvn_draft_get_kind (self), cvn_record_get_id (self->before),
                                  self->cancellable, reread_cb, g_object_ref (self));
}

static void
centre_changed_cb (CvnDraft         *self,
                   const CvnKindSet *kinds,
                   GStrv             ids)
{
  if (self->before == NULL || !cvn_kind_set_contains (kinds, cvn_draft_get_kind (self)))
    return;
  if (ids == NULL || g_strv_contains ((const char *const *) ids, cvn_record_get_id (self->before)))
    cvn_draft_reread (self);
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

/**
 * cvn_draft_duplicate:
 * @record: the record to copy; what may exist only once, such as its code, is left out
 * @titles: (nullable): as for cvn_draft_load()
 *
 * Returns: (transfer full): a draft of a new record that is like @record
 */
CvnDraft *
cvn_draft_duplicate (CvnCentre         *centre,
                     CvnRecord         *record,
                     const char *const *titles)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  CvnDraft      *self = create (centre, kind, CVN_ACTION_DUPLICATE);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & CVN_FIELD_KEY) == 0)
      {
        cvn_record_set_value (self->record, i, cvn_record_get_value (record, i));
        set_title (self, i, titles != NULL ? titles[i] : NULL);
      }
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

/** cvn_draft_get_stored: the record as it is stored, owned by the draft; NULL for a new one. */
CvnRecord *
cvn_draft_get_stored (CvnDraft *self)
{
  return self->before;
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

/** cvn_draft_is_saving: whether it is being written. */
gboolean
cvn_draft_is_saving (CvnDraft *self)
{
  return self->saving != NULL;
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
  cvn_draft_set_error (self, field, error->message);
  cvn_draft_field_changed (self, field);
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
  cvn_draft_field_changed (self, field);
  return TRUE;
}

/* A reference is chosen, not typed: what is typed can only stand for none, or for what was chosen before. */
static gboolean
set_reference_text (CvnDraft   *self,
                    guint       field,
                    const char *text)
{
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    return cvn_draft_set_reference (self, field, NULL, NULL);
  g_clear_pointer (&self->texts[field], g_free);
  now = cvn_draft_dup_text (self, field);
  if (g_str_equal (now, text))
    return cvn_draft_set_value (self, field, cvn_record_get_value (self->record, field));
  g_set_error_literal (&error, CVN_ERROR, CVN_ERROR_UNKNOWN_REFERENCE, _("Choose one from the list that appears while you type."));
  return refuse (self, field, text, error);
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

  if (description->type == CVN_FIELD_REFERENCE)
    return set_reference_text (self, field, text);
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

/** cvn_draft_revert: lets go of everything that is not saved. */
void
cvn_draft_revert (CvnDraft *self)
{
  const CvnKind *kind = cvn_draft_get_kind (self);
  g_auto (CvnValue) none = CVN_VALUE_INIT;

  for (guint i = 0; i < kind->n_fields; i++)
    accept (self, i, self->before != NULL ? cvn_record_get_value (self->before, i) : &none);
}
