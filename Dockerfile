# The host with everything it serves; the designer's and the portal's npm parts are fetched while it is built.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet publish Host/Host.csproj -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/pana pana
USER pana
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_URLS=http://0.0.0.0:8080 Pana__DataFolder=/var/lib/pana
EXPOSE 8080
ENTRYPOINT ["dotnet", "Pana.Host.dll"]
