import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;

/** Calls the operations of a scenario, in order, through the client that was generated, and prints the answers. */
public final class Caller {
  private static final String PACKAGE = "org.openapitools.client.";

  private final ApiClient client = new ApiClient();
  private final ObjectMapper mapper = client.getObjectMapper();

  public static void main(String[] arguments) throws Exception {
    Caller caller = new Caller();
    caller.client.updateBaseUri(arguments[0]);
    JsonNode scenario = caller.mapper.readTree(new File(arguments[1]));
    ArrayNode answers = caller.mapper.createArrayNode();
    for (JsonNode step : scenario.get("calls")) {
      ObjectNode answer = caller.call(step);
      if (answers.isEmpty()) {
        JsonNode found = answer.get("body");
        for (JsonNode key : scenario.get("token")) found = found.get(key.asText());
        String authorization = "Bearer " + found.asText();
        caller.client.setRequestInterceptor(request -> request.header("Authorization", authorization));
      }
      answers.add(answer);
    }
    System.out.println(caller.mapper.writeValueAsString(answers));
  }

  private ObjectNode call(JsonNode step) throws Exception {
    Class<?> type = Class.forName(PACKAGE + "api." + upper(step.get("tag").asText()) + "Api");
    Object api = type.getConstructor(ApiClient.class).newInstance(client);
    String name = step.get("operation").asText() + "WithHttpInfo";
    Method method =
        Arrays.stream(type.getMethods())
            .filter(one -> one.getName().equals(name))
            .min(Comparator.comparingInt(Method::getParameterCount))
            .orElseThrow();
    try {
      ApiResponse<?> response = (ApiResponse<?>) method.invoke(api, input(method, step));
      return answer(response.getStatusCode(), response.getData());
    } catch (InvocationTargetException error) {
      if (!(error.getCause() instanceof ApiException)) throw error;
      ApiException refusal = (ApiException) error.getCause();
      if (refusal.getResponseBody() == null) throw error;
      Class<?> model = Class.forName(PACKAGE + "model." + step.get("answer").asText());
      return answer(refusal.getCode(), mapper.readValue(refusal.getResponseBody(), model));
    }
  }

  /** The values of the path, then the body, or the fields of a form; null for what is left out. */
  private Object[] input(Method method, JsonNode step) throws Exception {
    Deque<JsonNode> given = new ArrayDeque<>();
    step.path("path").forEach(given::add);
    if (step.get("form").asBoolean()) step.get("body").forEach(given::add);
    else if (step.has("body")) given.add(step.get("body"));
    Class<?>[] types = method.getParameterTypes();
    Object[] input = new Object[types.length];
    for (int index = 0; index < types.length && !given.isEmpty(); index++) {
      input[index] = mapper.treeToValue(given.remove(), types[index]);
    }
    return input;
  }

  private ObjectNode answer(int status, Object body) {
    ObjectNode answer = mapper.createObjectNode().put("status", status);
    answer.set("body", mapper.valueToTree(body));
    return answer;
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
