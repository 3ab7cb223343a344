/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-attached-file"

#include "cvn-attached-file.h"

#include "cvn-attachment.h"
#include "cvn-centre-private.h"
#include "cvn-content.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* One file on its way in. */
typedef struct
{
  GFile        *source;
  CvnAttachment file;
  GBytes       *content;
} Adding;

static void
free_adding (gpointer data)
{
  Adding *adding = data;

  g_object_unref (adding->source);
  cvn_attachment_clear (&adding->file);
  g_clear_pointer (&adding->content, g_bytes_unref);
  g_free (adding);
}

static gboolean
fail (GError    **error,
      CvnError    code,
      const char *message)
{
  g_set_error_literal (error, CVN_ERROR, (int) code, message);
  return FALSE;
}

/* Never more than is allowed, whatever the size is said to be. */
static GBytes *
read_content (GFile        *source,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (source, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *buffer = NULL;
  gsize            most;
  gsize            length = 0;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      fail (error, CVN_ERROR_INVALID, _("Only files can be attached."));
      return NULL;
    }
  most = (gsize) MIN (g_file_info_get_size (info), CVN_ATTACHMENT_MAX) + 1;
  stream = g_file_read (source, cancellable, error);
  if (stream == NULL)
    return NULL;
  buffer = g_malloc (most);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, most, &length, cancellable, error))
    return NULL;
  if (length > (gsize) CVN_ATTACHMENT_MAX)
    {
      fail (error, CVN_ERROR_TOO_LARGE, _("The file is larger than 25 MB. Keep it elsewhere, and fill in a link to it."));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static char *
guess_media_type (const char *name,
                  GBytes     *content)
{
  gsize            length;
  const guchar    *data = g_bytes_get_data (content, &length);
  g_autofree char *type = g_content_type_guess (name, data, length, NULL);
  char            *media_type = type != NULL ? g_content_type_get_mime_type (type) : NULL;

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

static void
load (GTask        *task,
      gpointer      source_object,
      gpointer      data,
      GCancellable *cancellable)
{
  Adding          *adding = data;
  GError          *error = NULL;
  g_autofree char *base = g_file_get_basename (adding->source);

  adding->content = read_content (adding->source, cancellable, &error);
  if (adding->content != NULL && cvn_attachment_hides_bsn (adding->content))
    fail (&error, CVN_ERROR_BSN, _("The file seems to hold a citizen service number (BSN). The centre may not keep it; please leave it out."));
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  adding->file = (CvnAttachment){ cvn_attachment_clean_name (base), guess_media_type (base, adding->content),
                                  (gint64) g_bytes_get_size (adding->content), g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, adding->content) };
  g_task_return_boolean (task, TRUE);
}

static gboolean
put (CvnWriter    *writer,
     gpointer      data,
     GCancellable *cancellable,
     GError      **error)
{
  Adding *adding = g_task_get_task_data (data);

  return cvn_content_put (writer, adding->file.hash, adding->content, error);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr (GTask) task = data;
  Adding *adding = g_task_get_task_data (task);
  GError *error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, cvn_attachment_dup_text (&adding->file), g_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  CvnCentreWrite write = { CVN_ACTION_SET_UP, NULL, NULL, put, g_object_ref (task), g_object_unref };
  GError        *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      cvn_centre_write_async (CVN_CENTRE (source), &write, g_task_get_cancellable (task), put_cb, g_object_ref (task));
      return;
    }
  g_object_unref (task);
  g_task_return_error (task, error);
}

/**
 * cvn_attached_file_add_async:
 * @source: a file of at most 25 MB
 *
 * Takes the content of @source into the file of the centre. Which record it belongs to is for its field to say: what no
 * record names is dropped the next time that the centre is opened.
 */
void
cvn_attached_file_add_async (CvnCentre          *centre,
                             GFile              *source,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  GTask *task = g_task_new (centre, cancellable, callback, user_data);
  g_autoptr (GTask) loading = g_task_new (centre, cancellable, loaded_cb, task);
  Adding *adding = g_new0 (Adding, 1);

  adding->source = g_object_ref (source);
  g_task_set_source_tag (task, cvn_attached_file_add_async);
  g_task_set_source_tag (loading, cvn_attached_file_add_async);
  g_task_set_task_data (task, adding, free_adding);
  g_task_set_task_data (loading, adding, NULL);
  g_task_run_in_thread (loading, load);
}

/** cvn_attached_file_add_finish: (transfer full) (nullable): the text for the field; NULL with %CVN_ERROR_TOO_LARGE, %CVN_ERROR_BSN or what the disk says. */
char *
cvn_attached_file_add_finish (CvnCentre    *centre,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, centre), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* One file on its way out. */
typedef struct
{
  CvnStore     *store;
  CvnAttachment file;
  GFile        *target; /* NULL: a copy that another program is shown */
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->store);
  g_clear_object (&saving->target);
  cvn_attachment_clear (&saving->file);
  g_free (saving);
}

static gpointer
get_content (CvnReader    *reader,
             gpointer      data,
             GCancellable *cancellable,
             GError      **error)
{
  Saving *saving = data;

  return cvn_content_get (reader, saving->file.hash, error);
}

/* A folder of this person alone, gone with the session. What the content is decides, not what its name or its sender say. */
static gboolean
make_copy (Saving  *saving,
           GBytes  *content,
           GError **error)
{
  g_autofree char *media_type = guess_media_type (saving->file.name, content);
  g_autofree char *parent = g_build_filename (g_get_user_runtime_dir (), "convenant-files", NULL);
  g_autofree char *folder = g_build_filename (parent, saving->file.hash, NULL);

  if (!cvn_attachment_is_shown (media_type))
    return fail (error, CVN_ERROR_INVALID, _("Files of this kind are not opened from here: they could run. Save it to look at it with a program of your choice."));
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, CVN_ERROR_IO, _("There is no place for a copy of the file."));
  saving->target = g_file_new_build_filename (folder, saving->file.name, NULL);
  return TRUE;
}

static void
save (GTask        *task,
      gpointer      source_object,
      gpointer      data,
      GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  g_autoptr (GBytes) content = cvn_store_read (saving->store, get_content, saving, &error);
  gsize       length;
  const char *bytes;

  if (content == NULL || (saving->target == NULL && !make_copy (saving, content, &error)))
    {
      g_task_return_error (task, error);
      return;
    }
  bytes = g_bytes_get_data (content, &length);
  if (g_file_replace_contents (saving->target, bytes != NULL ? bytes : "", length, NULL, FALSE,
                               G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (saving->target), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * cvn_attached_file_save_async:
 * @text: what the field holds
 * @target: (nullable): where to; NULL for a copy to be looked at with another program, made only of what cannot run
 *
 * Writes the content of an attached file to another place, readable for this person only.
 */
void
cvn_attached_file_save_async (CvnCentre          *centre,
                              const char         *text,
                              GFile              *target,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, cancellable, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, cvn_attached_file_save_async);
  g_task_set_task_data (task, saving, free_saving);
  if (cvn_centre_get_store (centre) == NULL)
    fail (&error, CVN_ERROR_NOT_FOUND, _("No centre is open."));
  else
    cvn_attachment_parse (text, &saving->file, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  saving->store = g_object_ref (cvn_centre_get_store (centre));
  saving->target = target != NULL ? g_object_ref (target) : NULL;
  g_task_run_in_thread (task, save);
}

/** cvn_attached_file_save_finish: (transfer full) (nullable): where it is; NULL with %CVN_ERROR_NOT_FOUND when it is not here, %CVN_ERROR_INVALID when it could run. */
GFile *
cvn_attached_file_save_finish (CvnCentre    *centre,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, centre), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
look (CvnReader    *reader,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const CvnAttachment *file = data;

  return GINT_TO_POINTER (cvn_content_is_here (reader, file->hash) ? 1 : 2);
}

static gboolean
is_shared (CvnCentre *centre)
{
  CvnSync            *sync = cvn_centre_get_sync (centre);
  const CvnSyncFacts *facts = sync != NULL ? cvn_sync_get_facts (sync) : NULL;

  return facts != NULL && facts->place.database != NULL;
}

static const char *
find_note (CvnCentre           *centre,
           const CvnAttachment *file,
           gboolean             here)
{
  gboolean travels = cvn_attachment_travels (file);

  if (here)
    return travels || !is_shared (centre) ? NULL : _("Larger than 1 MB: it stays on this computer and is not sent to colleagues.");
  return travels ? _("It has not come in yet.") : _("Larger than 1 MB: it is only with the colleague who attached it.");
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  CvnCentre           *centre = g_task_get_source_object (task);
  const CvnAttachment *file = g_task_get_task_data (task);
  GError              *error = NULL;
  int                  found = GPOINTER_TO_INT (cvn_store_read_finish (CVN_STORE (source), result, &error));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (find_note (centre, file, found == 1)), g_free);
}

static void
free_attachment (gpointer data)
{
  cvn_attachment_clear (data);
  g_free (data);
}

/** cvn_attached_file_describe_async: looks where the content of the file is that a field with @text names. */
void
cvn_attached_file_describe_async (CvnCentre          *centre,
                                  const char         *text,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (centre, cancellable, callback, user_data);
  CvnAttachment *file = g_new0 (CvnAttachment, 1);
  GError        *error = NULL;

  g_task_set_source_tag (task, cvn_attached_file_describe_async);
  g_task_set_task_data (task, file, free_attachment);
  if (!cvn_attachment_parse (text, file, &error))
    g_task_return_error (task, error);
  else if (cvn_centre_get_store (centre) == NULL)
    g_task_return_new_error (task, CVN_ERROR, CVN_ERROR_NOT_FOUND, _("No centre is open."));
  else
    cvn_store_read_async (cvn_centre_get_store (centre), look, file, NULL, NULL, cancellable, looked_cb, g_object_ref (task));
}

/** cvn_attached_file_describe_finish: (transfer full) (nullable): a sentence when there is something to say of it; NULL otherwise, and with @error. */
char *
cvn_attached_file_describe_finish (CvnCentre    *centre,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, centre), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
